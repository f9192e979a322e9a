import { element } from "./element.js";
import { replyKeyboard } from "./keyboard.js";

/** The foot of a chat: the text box with the bot's keyboard, or one big button in its place. */
export class Foot {
  #composer;
  #big = element("div", { hidden: true });
  #keyboard = element("div");
  #markup = null;

  constructor(composer) {
    this.#composer = composer;
    this.node = element("div", { class: "foot" }, this.#big, composer.node, this.#keyboard);
  }

  showButton(label, act) {
    const known = this.#big.firstChild;
    if (known?.textContent !== label) {
      const onclick = () => act();
      const attributes = { type: "button", class: "primary big", onclick };
      this.#big.replaceChildren(element("button", attributes, label));
    }
    this.#choose(this.#big);
  }

  /** `markup` is the reply keyboard now in force, or null; `actions` has sendText and unavailable. */
  showComposer(markup, actions) {
    this.#choose(this.#composer.node);
    this.#composer.invite(markup?.input_field_placeholder);
    if (markup === this.#markup) return;
    this.#markup = markup;
    this.#keyboard.replaceChildren(...[replyKeyboard(markup, actions)].filter(Boolean));
  }

  focus() {
    const button = this.#big.hidden ? null : this.#big.firstChild;
    (button ?? this.#composer.box).focus();
  }

  #choose(part) {
    this.#big.hidden = part !== this.#big;
    this.#composer.node.hidden = this.#keyboard.hidden = part === this.#big;
    if (part !== this.#big) this.#big.replaceChildren();
  }
}
