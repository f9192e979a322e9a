import { element } from "./element.js";
import { word } from "./words.js";

const KILOBYTE = 1024;

/** The picture, file, voice or sticker of a message; null when it has none. */
export function mediaNode(message) {
  if (message.photo_url) return photo(message);
  const it = message.document;
  if (it?.kind === "sticker") return sticker(it);
  if (it?.kind === "voice") return element("audio", { controls: true, src: it.url, preload: "metadata" });
  return it ? file(it) : null;
}

function photo(message) {
  const image = element("img", { src: message.photo_url, alt: message.caption || word("photo") });
  const attributes = { href: message.photo_url, target: "_blank", class: "photo" };
  return element("a", attributes, image);
}

function sticker(it) {
  return element("img", { src: it.url, alt: word("sticker"), class: "sticker" });
}

function file(it) {
  return element(
    "a",
    { href: it.url, download: it.file_name, class: "file" },
    element("span", { "aria-hidden": "true", class: "sign" }, "↓"),
    element("span", {}, element("b", {}, it.file_name), element("small", {}, sizeText(it.size))),
  );
}

/** A file size in bytes as a person reads it. */
export function sizeText(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < KILOBYTE) return `${bytes} B`;
  if (bytes < KILOBYTE ** 2) return `${Math.round(bytes / KILOBYTE)} KB`;
  return `${(bytes / KILOBYTE ** 2).toFixed(1)} MB`;
}
