import { bubble } from "./bubble.js";
import { element, iconButton } from "./element.js";
import { dayText } from "./moments.js";
import { word } from "./words.js";

const NEAR_THE_END_PX = 60;

/** The messages of one chat as one phone sees them, kept up to date in place. */
export class Conversation {
  #owner;
  #context;
  #messages = new Map();
  #nodes = new Map();
  #list = element("ol");
  #seq = 0;
  #loading = null;
  #stale = false;
  #atEnd = true;
  #begun = false;
  #unread = null;

  /** `context` holds what bubbles need, fetchMessages(after), and onNew(message) for each new one. */
  constructor(owner, context) {
    this.#owner = owner;
    this.#context = { ...context, find: (id) => this.#messages.get(id) };
    const label = { role: "log", "aria-label": word("messages") };
    this.node = element("div", { class: "messages", tabindex: "0", ...label }, this.#list);
    this.toEnd = iconButton("↓", word("toEnd"), () => this.scrollToEnd(), { class: "icon to-end" });
    this.#keepEnd();
  }

  #keepEnd() {
    const note = (atEnd) => {
      this.#atEnd = atEnd;
      this.toEnd.hidden = atEnd;
    };
    note(true);
    let top = 0;
    this.node.addEventListener("scroll", () => {
      const wentUp = this.node.scrollTop < top;
      top = this.node.scrollTop;
      if (this.#distanceToEnd() < NEAR_THE_END_PX) note(true);
      else if (wentUp) note(false); // else the list grew under somebody who reads its end
    });
    // Pictures arrive after their bubble, and the keyboard of a phone makes the list lower.
    const keep = new ResizeObserver(() => this.#atEnd && this.#keepInView());
    keep.observe(this.#list);
    keep.observe(this.node);
  }

  get isEmpty() {
    return this.#messages.size === 0;
  }

  /** Messages from the oldest to the newest. */
  get messages() {
    return [...this.#messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  /** The reply keyboard that the bot showed last and did not take away, or null. */
  keyboardInForce() {
    const markups = this.messages.filter(({ from_bot }) => from_bot).map((it) => it.reply_markup);
    const last = markups.findLast((it) => it?.keyboard || it?.remove_keyboard || it?.force_reply);
    return last?.remove_keyboard ? null : (last ?? null);
  }

  /** Fetch what is new; a call during a fetch makes one more fetch follow it. */
  load() {
    this.#stale = true;
    this.#loading ??= this.#loadWhileStale().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #loadWhileStale() {
    while (this.#stale) {
      this.#stale = false;
      const news = await this.#context.fetchMessages(this.#seq);
      for (const message of news.messages) this.#apply(message);
      this.#seq = Math.max(this.#seq, news.seq);
      if (news.messages.length) this.#markDays();
    }
    this.#begun = true;
  }

  #apply(message) {
    const shown = this.#nodes.get(message.message_id);
    if (message.deleted) return this.#remove(message, shown);
    const isNew = !this.#messages.has(message.message_id);
    this.#messages.set(message.message_id, message);
    const node = bubble(message, this.#owner, this.#context);
    this.#nodes.set(message.message_id, node);
    if (shown) replaceKeepingFocus(shown, node);
    else this.#list.append(node);
    if (isNew) this.#context.onNew(message);
    if (isNew && message.from_id === this.#owner.id) this.#atEnd = true;
    else if (isNew && this.#begun) this.#unread = node;
    return undefined;
  }

  #remove(message, shown) {
    shown?.remove();
    this.#messages.delete(message.message_id);
    this.#nodes.delete(message.message_id);
  }

  #markDays() {
    let before = null;
    for (const { message_id, date } of this.messages) {
      const day = dayText(new Date(date * 1000), this.#owner.language_code);
      const node = this.#nodes.get(message_id);
      if (day === before) delete node.dataset.day;
      else node.dataset.day = day;
      before = day;
    }
  }

  #distanceToEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight;
  }

  /** What has just come is read from its beginning, also when the screen does not hold it. */
  #keepInView() {
    const unread = this.#unread;
    this.#unread = null;
    this.scrollToEnd();
    if (unread?.isConnected && unread.offsetHeight > this.node.clientHeight) {
      this.node.scrollTop = unread.offsetTop;
    }
  }

  scrollToEnd() {
    this.#atEnd = true;
    this.node.scrollTop = this.node.scrollHeight;
  }
}

/** Put `node` where `shown` was; who stood on a button with the keyboard stands on its successor. */
function replaceKeepingFocus(shown, node) {
  const position = [...shown.querySelectorAll(".key")].indexOf(document.activeElement);
  shown.replaceWith(node);
  if (position < 0) return;
  const keys = node.querySelectorAll(".key");
  (keys[Math.min(position, keys.length - 1)] ?? node.closest(".messages"))?.focus();
}
