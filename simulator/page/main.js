import { CallLog } from "./calls.js";
import { Clock } from "./clock.js";
import { ask, letDialogsClose } from "./dialogs.js";
import { element } from "./element.js";
import { api } from "./api.js";
import { Faults } from "./faults.js";
import { startPayload } from "./links.js";
import { Phones, suggestNames } from "./phones.js";
import { onPlaceChange, readPlace } from "./place.js";
import { follow } from "./stream.js";
import { TimePanel } from "./time-panel.js";
import { followUnderstanding } from "./understanding.js";
import { LANGUAGES, choosePageLanguage, pageLanguage, word, wordPage } from "./words.js";

const $ = (id) => document.getElementById(id);
const WIDE_PX = 760;
const SAYS_WHO_IT_IS = /^setMy(Name|Description)$/i;

function languageOptions(select, chosen) {
  const options = Object.entries(LANGUAGES);
  select.replaceChildren(...options.map(([value, label]) => element("option", { value }, label)));
  // The attribute, so that resetting a form goes back to it.
  select.querySelector(`[value="${chosen}"]`).setAttribute("selected", "");
}

function offerPageLanguages() {
  languageOptions($("page-language"), pageLanguage);
  $("page-language").addEventListener("change", (event) => choosePageLanguage(event.target.value));
}

async function askLink(phone) {
  $("link").oninput = ({ target }) => {
    const foreign = startPayload(target.value, phone.bot.username) === null;
    target.setCustomValidity(foreign ? word("linkForeign") : "");
  };
  const answer = await ask($("link-dialog"));
  if (answer) phone.openLink(answer.get("link"));
}

/** An address ending in `#start=CODE` opens that code on the phone at hand, once. */
function openStartCode(phones, code) {
  if (code !== null) phones.openPhone?.offerStart(code);
}

async function askPhone(phones) {
  const answer = await ask($("phone-dialog"));
  if (answer) await phones.add(answer.get("name").trim(), answer.get("language"));
}

async function askGroup(phones) {
  const boxes = phones.owners.map(({ id, first_name }) => {
    const box = element("input", { type: "checkbox", name: "member", value: id, checked: true });
    return element("label", { class: "choice" }, box, element("span", {}, first_name));
  });
  $("members").replaceChildren(...boxes);
  const answer = await ask($("group-dialog"));
  if (answer) await phones.addGroup(answer.get("title"), answer.getAll("member").map(Number));
}

/** Keep the page at the simulator's state, whatever happens to the connection. */
function connect(phones, time, calls, faults) {
  let { start } = readPlace();
  const hearCall = ({ method }) => {
    calls.hear();
    if (SAYS_WHO_IT_IS.test(method)) phones.catchUp();
  };
  const offline = (is) => ($("offline").hidden = !is);
  follow({
    onOpen: async () => {
      offline(false);
      time.hear(await api.clock());
      calls.hear();
      faults.refresh();
      await phones.catchUp();
      time.draw();
      openStartCode(phones, start);
      start = null;
    },
    onLost: () => offline(true),
    onEvent: (event) => {
      if (event.clock) time.hear(event.clock);
      else if (event.call) hearCall(event.call);
      else if (event.chat_id) phones.chatChanged(event.chat_id);
    },
  });
}

/** The side panel: beside the phones on a wide screen, over them on a narrow one. */
function makeTools() {
  const show = (visible) => {
    $("tools").hidden = !visible;
    $("tools-toggle").setAttribute("aria-expanded", String(visible));
  };
  const isNarrow = () => innerWidth < WIDE_PX;
  show(!isNarrow());
  $("tools-toggle").addEventListener("click", () => show($("tools").hidden));
  $("switcher").addEventListener("click", () => isNarrow() && show(false));
  return { giveWay: () => isNarrow() && show(false) };
}

function begin() {
  wordPage(document);
  letDialogsClose(document);
  offerPageLanguages();
  languageOptions($("phone-language"), pageLanguage);
  suggestNames($("roles"), $("phone-name"));
  const tools = makeTools();
  const phones = new Phones($("phones"), $("switcher"), askLink);
  const time = new TimePanel($("time"), $("strip"), new Clock(), tools.giveWay);
  for (const button of document.querySelectorAll(".add-phone")) {
    button.addEventListener("click", () => askPhone(phones));
  }
  $("add-group").addEventListener("click", () => askGroup(phones));
  onPlaceChange(async ({ phone, start }) => {
    if (phone) await phones.visit(phone);
    openStartCode(phones, start);
  });
  followUnderstanding($("understanding"), $("understanding-now"));
  connect(phones, time, new CallLog($("calls")), new Faults($("faults")));
}

begin();
