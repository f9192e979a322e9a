import { api } from "./api.js";
import { element } from "./element.js";
import * as moments from "./moments.js";
import { pageLanguage, word } from "./words.js";

const SECOND_MS = 1000;
const NEWS_MS = 10_000;
/** How far each button plays: a message with buttons stops it before. */
const AHEAD = {
  nextMessage: (now) => moments.daysLater(now, 7),
  tomorrow: (now) => moments.atHour(moments.daysLater(now, 1), EVENING),
};
const EVENING = 21;
const STARTERS = [...Object.keys(AHEAD), "play", "jump"];
const FIELDS = ["playUntil", "jumpTo"];
/** How the simulator's reasons begin, and what the page says for each. */
const REASONS = {
  "a message with buttons": "buttonsCame",
  "the end was reached": "reached",
  "stopped by hand": "stoppedByHand",
  "the bot did not finish": "unfinished",
  "the bot could not be asked": "botSilent",
  "no bot follows": "noFollower",
  "programme time only goes forward": "onlyForward",
};

/**
 * Programme time: what it is now, Play and Jump in the panel; what is happening, and Stop, in a
 * strip that stays in sight while the panel is closed. `onPlay()` hears that a play began.
 */
export class TimePanel {
  #panel;
  #strip;
  #clock;
  #onPlay;
  #until = null;
  #news = "";
  #forget = null;

  constructor(panel, strip, clock, onPlay) {
    this.#panel = panel;
    this.#strip = strip;
    this.#clock = clock;
    this.#onPlay = onPlay;
    this.#offerZones();
    for (const name of Object.keys(AHEAD)) {
      this.#part(name).addEventListener("click", () => this.#play(this.#ahead(name)));
    }
    this.#part("play").addEventListener("click", () => this.#play(this.#chosen("playUntil")));
    this.#part("jump").addEventListener("click", () => this.#jump(this.#chosen("jumpTo")));
    this.#strip.querySelector("button").addEventListener("click", () => this.#try(api.stop));
    setInterval(() => this.draw(), SECOND_MS);
  }

  get #isPlaying() {
    return this.#clock.mode === "play";
  }

  /** Take the state of the clock: now, mode, rate, until and why the last play stopped. */
  hear(state) {
    const wasPlaying = this.#isPlaying;
    this.#clock.hear(state);
    if (state.until) this.#until = new Date(state.until);
    if (state.jumped) this.#say(word("jumped", { time: this.#text(this.#clock.now()) }));
    if (wasPlaying && !this.#isPlaying) this.#say(this.#worded(state.stopped, "stoppedBecause"));
    this.#keepFieldsAhead();
    this.draw();
  }

  draw() {
    const now = this.#clock.now();
    for (const node of document.querySelectorAll("time[data-locale]")) {
      show(node, moments.momentText(now, node.dataset.locale || pageLanguage));
    }
    for (const name of Object.keys(AHEAD)) {
      const time = this.#text(this.#ahead(name));
      show(this.#part(name).querySelector("small"), word("atMost", { time }));
    }
    for (const name of STARTERS) this.#part(name).disabled = this.#isPlaying;
    show(this.#part("pace"), word(this.#clock.mode === "real" ? "clockReal" : "clockStopped"));
    this.#drawStrip();
  }

  #drawStrip() {
    const until = this.#until ? this.#text(this.#until) : "…";
    const line = this.#isPlaying ? word("clockPlaying", { time: until }) : this.#news;
    show(this.#strip.querySelector("p"), line);
    this.#strip.querySelector("button").hidden = !this.#isPlaying;
    this.#strip.hidden = line === "";
  }

  #worded(reason, otherwise) {
    const known = Object.keys(REASONS).find((start) => reason.startsWith(start));
    return word(REASONS[known] ?? otherwise, { reason, time: this.#text(this.#clock.now()) });
  }

  #part(name) {
    return this.#panel.querySelector(`[data-part="${name}"]`);
  }

  #text(date) {
    return moments.momentText(date, pageLanguage);
  }

  #ahead(name) {
    return AHEAD[name](this.#clock.now());
  }

  #chosen(field) {
    return moments.fromField(this.#part(field).value);
  }

  /** Time only goes forward, so a moment that is over gives its place to tomorrow. */
  #keepFieldsAhead() {
    for (const field of FIELDS.map((name) => this.#part(name))) {
      field.min = moments.toField(this.#clock.now());
      if (field.value <= field.min) field.value = moments.toField(moments.daysLater(this.#clock.now(), 1));
    }
  }

  async #play(until) {
    if (!until) return this.#say(word("noMoment"));
    this.#until = until;
    const begun = await this.#try(() => api.play(until.toISOString()));
    return begun && this.#onPlay();
  }

  async #jump(to) {
    if (!to) return this.#say(word("noMoment"));
    return this.#try(() => api.jump(to.toISOString()));
  }

  async #try(action) {
    try {
      await action();
      return true;
    } catch (error) {
      this.#say(this.#worded(error.message, "failed"));
      return false;
    }
  }

  #say(news) {
    clearTimeout(this.#forget);
    this.#news = news;
    if (news) this.#forget = setTimeout(() => this.#say(""), NEWS_MS);
    this.draw();
  }

  #offerZones() {
    const select = this.#part("zone");
    const option = (zone) => element("option", { value: zone }, zone.replaceAll("_", " "));
    select.replaceChildren(...moments.ZONES.map(option));
    select.value = moments.chosenZone();
    select.addEventListener("change", () => {
      moments.chooseZone(select.value);
      location.reload();
    });
  }
}

/** Only a changed text is written, so that a live region is not read out every second. */
function show(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
