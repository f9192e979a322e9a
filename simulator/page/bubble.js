import { element } from "./element.js";
import { richText } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { mediaNode } from "./media.js";
import { menuButton } from "./menu.js";
import { hourText } from "./moments.js";
import { pollNode } from "./poll.js";
import { phoneWord, word } from "./words.js";

/**
 * One message as a list item. `reader` is the phone's owner, `context` gives
 * `senderOf(message)` (a name in groups), `find(messageId)` and the actions that the parts of a message call.
 */
export function bubble(message, reader, context) {
  const own = !message.from_bot && message.from_id === reader.id;
  const sender = context.senderOf(message);
  const classes = ["message", own ? "own" : "theirs", message.poll && "wide"].filter(Boolean);
  const item = element("li", { class: classes.join(" "), "data-message": message.message_id });
  const card = element(
    "div",
    { class: "bubble" },
    !own && sender && element("b", { class: "sender" }, sender),
    quote(message, context),
    mediaNode(message),
    message.poll && pollNode(message, reader, context),
    words(message, context),
    footer(message, reader),
    messageMenu(message, own, context),
  );
  const keyboard = inlineKeyboard(message, context);
  item.append(element("div", { class: "column" }, card, keyboard));
  return item;
}

function words(message, context) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.text ? message.entities : message.caption_entities;
  return element("div", { class: "text", dir: "auto" }, ...richText(text, entities, context));
}

function footer(message, reader) {
  const date = new Date(message.date * 1000);
  const hour = hourText(date, reader.language_code);
  const mark = message.edited ? `${phoneWord(reader, "edited")} ` : "";
  return element("footer", {}, mark, element("time", { datetime: date.toISOString() }, hour));
}

function quote(message, context) {
  const answered = message.reply_to && context.find(message.reply_to);
  return answered ? element("div", { class: "quote" }, summary(answered)) : null;
}

/** A message in one short line, for quotes and for the bar above the text box. */
export function summary(message) {
  const text = message.text || message.caption || message.poll?.question;
  return text || message.document?.file_name || word(message.photo_url ? "photo" : "message");
}

function messageMenu(message, own, context) {
  const rows = () => [
    { label: word("reply"), act: () => context.reply(message) },
    { label: word("copy"), act: () => context.copy(summary(message)) },
    ...(own && message.text ? [{ label: word("edit"), act: () => context.startEdit(message) }] : []),
  ];
  return menuButton("⋯", word("messageMenu"), rows, "more");
}
