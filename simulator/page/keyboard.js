import { element } from "./element.js";
import { word } from "./words.js";

/** The buttons under a bubble. `actions` has press, openLink, copy, sendText and unavailable. */
export function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const lines = rows.map((row) =>
    element("div", { class: "row" }, ...row.map((button) => inlineButton(message, button, actions))),
  );
  return element("div", { class: "keyboard", role: "group", "aria-label": word("buttons") }, ...lines);
}

function inlineButton(message, button, actions) {
  const node = element("button", { type: "button", class: "key" }, button.text);
  const address = button.url ?? button.web_app?.url ?? button.login_url?.url;
  if (address) node.classList.add("leads-out");
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-busy") === "true") return;
    if (address) return actions.openLink(address) || open(address, "_blank", "noopener");
    if (button.copy_text) return actions.copy(button.copy_text.text);
    if (!button.callback_data) return actions.unavailable();
    node.setAttribute("aria-busy", "true");
    await actions.press(message, button.callback_data);
    node.removeAttribute("aria-busy");
  });
  return node;
}

/** The keyboard a bot puts in place of the letters, or null when none is shown now. */
export function replyKeyboard(markup, actions) {
  if (!markup?.keyboard) return null;
  const lines = markup.keyboard.map((row) =>
    element("div", { class: "row" }, ...row.map((key) => replyKey(key, actions))),
  );
  return element("div", { class: "keyboard", role: "group", "aria-label": word("buttons") }, ...lines);
}

function replyKey(key, actions) {
  const text = typeof key === "string" ? key : key.text;
  const asksMore = key.request_contact || key.request_location || key.request_poll;
  const onclick = () => (asksMore ? actions.unavailable() : actions.sendText(text));
  return element("button", { type: "button", class: "key", onclick }, text);
}
