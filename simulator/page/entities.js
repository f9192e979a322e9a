import { element } from "./element.js";
import { safeUrl } from "./links.js";
import { word } from "./words.js";

const PLAIN_TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
};

/**
 * Nodes for a text with Telegram entities. Offsets count UTF-16 units, as JavaScript strings do.
 * `actions` has `openLink(url)` and `sendText(text)`, for links and tapped commands.
 */
export function richText(text, entities, actions) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nested(text, ordered, 0, text.length, actions);
}

function nested(text, entities, start, end, actions) {
  const nodes = [];
  let position = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const until = Math.min(entity.offset + entity.length, end);
    if (entity.offset > position) nodes.push(text.slice(position, entity.offset));
    index += 1;
    const inner = [];
    while (index < entities.length && entities[index].offset < until) inner.push(entities[index++]);
    const children = nested(text, inner, entity.offset, until, actions);
    nodes.push(wrapped(entity, text.slice(entity.offset, until), children, actions));
    position = until;
  }
  if (position < end) nodes.push(text.slice(position, end));
  return nodes;
}

function wrapped(entity, covered, children, actions) {
  if (PLAIN_TAGS[entity.type]) return element(PLAIN_TAGS[entity.type], {}, ...children);
  switch (entity.type) {
    case "pre":
      return element("pre", {}, element("code", {}, ...children));
    case "expandable_blockquote":
      return expandableQuote(children);
    case "spoiler":
      return spoiler(children);
    case "text_link":
      return link(entity.url, children, actions);
    case "url":
      return link(covered, children, actions);
    case "email":
      return link(`mailto:${covered}`, children, actions);
    case "phone_number":
      return link(`tel:${covered}`, children, actions);
    case "bot_command":
      return command(covered, actions);
    default:
      return element("span", {}, ...children);
  }
}

function link(address, children, actions) {
  const url = safeUrl(address);
  if (!url) return element("span", {}, ...children);
  const onclick = (event) => {
    if (actions.openLink(url.href)) event.preventDefault();
  };
  const attributes = { href: url.href, target: "_blank", rel: "noopener noreferrer", onclick };
  return element("a", attributes, ...children);
}

function command(text, actions) {
  const onclick = () => actions.sendText(text);
  return element("button", { type: "button", class: "link", onclick }, text);
}

function spoiler(children) {
  const veil = element("span", { class: "veiled" }, ...children);
  const reveal = () => node.replaceWith(...veil.childNodes);
  const attributes = { type: "button", class: "link", "aria-label": word("reveal"), onclick: reveal };
  const node = element("button", attributes, veil);
  return node;
}

function expandableQuote(children) {
  const toggle = () => quote.classList.toggle("folded");
  const more = element("button", { type: "button", class: "link unfold", onclick: toggle }, "…");
  more.setAttribute("aria-label", word("unfold"));
  const body = element("div", {}, ...children);
  const quote = element("blockquote", { class: "folded" }, body, more);
  const fits = () => body.isConnected && body.scrollHeight <= body.clientHeight;
  requestAnimationFrame(() => { more.hidden = fits(); }); // once it stands on the page
  return quote;
}
