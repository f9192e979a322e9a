import { api } from "./api.js";
import { element } from "./element.js";
import { menuButton } from "./menu.js";
import { LANGUAGES, phoneWord, word } from "./words.js";

/**
 * The top of a phone: whose it is, its time, the bot's name, and what the owner may do.
 *
 * `actions` has askLink() and change(act), where `act(phoneId)` calls the simulator.
 */
export function phoneHead(owner, bot, actions) {
  const language = LANGUAGES[owner.language_code] ?? owner.language_code;
  const status = element(
    "div",
    { class: "status" },
    element("b", {}, owner.first_name),
    element("span", {}, language),
    element("time", { "data-locale": owner.language_code }),
  );
  const title = element(
    "div",
    { class: "title" },
    element("b", {}, bot.name),
    element("small", {}, owner.blocked ? phoneWord(owner, "blocked") : `@${bot.username}`),
  );
  const avatar = element("span", { class: "avatar", "aria-hidden": "true" }, [...bot.name][0] ?? "?");
  const menu = menuButton("⋮", word("phoneMenu", { name: owner.first_name }), () => rows(owner, actions));
  return element("header", {}, status, element("div", { class: "head" }, avatar, title, menu));
}

function rows(owner, { askLink, change }) {
  const languages = Object.entries(LANGUAGES).map(([code, label]) => ({
    label,
    act: () => change((id) => api.speak(id, code)),
    current: code === owner.language_code,
  }));
  const block = owner.blocked
    ? { label: word("unblock"), act: () => change(api.unblock) }
    : { label: word("block"), act: () => change(api.block) };
  return [{ label: word("openLink"), act: askLink }, ...languages, block];
}
