import { element } from "./element.js";
import { word } from "./words.js";

const SHORTEST_MS = 2500;
const PER_CHARACTER_MS = 60;

/** Short notices at the foot of a phone, and alerts that wait for OK. */
export class Notices {
  #toasts = element("div", { class: "toasts", role: "status", "aria-live": "polite" });
  #frame;

  constructor(frame) {
    this.#frame = frame;
    frame.append(this.#toasts);
  }

  toast(text) {
    const note = element("div", { class: "toast" }, text);
    this.#toasts.replaceChildren(note);
    setTimeout(() => note.remove(), SHORTEST_MS + text.length * PER_CHARACTER_MS);
  }

  alert(text) {
    const before = document.activeElement;
    const close = () => {
      box.remove();
      before?.focus();
    };
    const ok = element("button", { type: "button", class: "primary", onclick: close }, word("ok"));
    const onkeydown = (event) => event.key === "Escape" && close();
    const attributes = { class: "alert", role: "alertdialog", "aria-label": text, onkeydown };
    const box = element("div", attributes, element("p", {}, text), ok);
    this.#frame.append(box);
    ok.focus();
  }
}
