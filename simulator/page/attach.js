import { element } from "./element.js";
import { menuButton } from "./menu.js";
import { word } from "./words.js";

const ACCEPTED = { photo: "image/*", document: "", voice: "audio/*", sticker: "image/webp,image/png" };

/** The button that attaches a file; `onFile(kind, file)` hears what was picked. */
export function attachButton(onFile) {
  const pickers = Object.keys(ACCEPTED).map((kind) => picker(kind, onFile));
  const rows = () =>
    pickers.map((input) => ({ label: word(input.dataset.kind), act: () => input.click() }));
  const node = menuButton("+", word("attach"), rows, "upwards");
  node.append(...pickers);
  return node;
}

function picker(kind, onFile) {
  const accept = ACCEPTED[kind] || null;
  const input = element("input", { type: "file", hidden: true, accept, "data-kind": kind });
  input.addEventListener("change", () => {
    if (input.files.length) onFile(kind, input.files[0]);
    input.value = "";
  });
  return input;
}
