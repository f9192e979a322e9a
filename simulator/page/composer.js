import { attachButton } from "./attach.js";
import { summary } from "./bubble.js";
import { CommandMenu } from "./commands.js";
import { element, iconButton } from "./element.js";
import { sizeText } from "./media.js";
import { phoneWord, word } from "./words.js";

const TALLEST_PX = 140;
const NOTHING = { kind: "text" };

/**
 * The text box of one chat on the phone of `owner`. What Enter does depends on its subject: a plain text, a reply, an edit
 * or a file. `actions` has send(text, replyTo), edit(message, text), upload(kind, file, caption),
 * commands() and sendCommand(name); the first three resolve to false when it did not work.
 */
export class Composer {
  #owner;
  #actions;
  #subject = NOTHING;
  #about = element("div", { class: "about", hidden: true });

  constructor(owner, actions) {
    this.#owner = owner;
    this.#actions = actions;
    this.box = element("textarea", { rows: 1, dir: "auto" });
    this.invite();
    this.menu = new CommandMenu(actions.commands, actions.sendCommand, () => this.box.focus());
    const toggle = () => this.#toggleCommands();
    const commands = iconButton("/", word("commands"), toggle, { class: "icon slash" });
    const send = iconButton("➤", word("send"), null, { class: "icon send", type: "submit" });
    const form = element(
      "form",
      { class: "composer" },
      attachButton((kind, file) => this.#take({ kind: "file", as: kind, file })),
      this.box,
      commands,
      send,
    );
    form.addEventListener("submit", (event) => this.#submit(event));
    this.box.addEventListener("keydown", (event) => this.#onKey(event, form));
    this.box.addEventListener("input", () => this.#onInput());
    this.node = element("div", { class: "write" }, this.menu.node, this.#about, form);
  }

  reply(message) {
    this.#take({ kind: "reply", message });
  }

  startEdit(message) {
    this.#take({ kind: "edit", message });
    this.#write(message.text);
  }

  /** The bot asks for an answer: its words stand in the empty box. */
  invite(text) {
    const label = phoneWord(this.#owner, "write");
    this.box.placeholder = text || label;
    this.box.setAttribute("aria-label", label);
  }

  #take(subject) {
    this.#subject = subject;
    this.#about.hidden = subject.kind === "text";
    if (!this.#about.hidden) {
      const line = element("div", {}, element("b", {}, word(TITLES[subject.kind])), about(subject));
      this.#about.replaceChildren(line, iconButton("×", word("cancel"), () => this.#drop()));
    }
    this.box.focus();
  }

  #drop() {
    if (this.#subject.kind === "edit") this.#write("");
    this.#take(NOTHING);
  }

  #write(text) {
    this.box.value = text;
    this.#grow();
  }

  #grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, TALLEST_PX)}px`;
  }

  #onInput() {
    this.#grow();
    const typed = /^\/(\S*)$/.exec(this.box.value);
    if (!typed) this.menu.close();
    else if (this.menu.isOpen) this.menu.filter(typed[1]);
    else this.menu.open(typed[1]);
  }

  #onKey(event, form) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "ArrowUp" && this.menu.isOpen) {
      event.preventDefault();
      this.menu.focusFirst();
    } else if (event.key === "Escape") {
      this.menu.close();
      if (this.#subject !== NOTHING) this.#drop();
    }
  }

  #toggleCommands() {
    if (this.menu.isOpen) this.menu.close();
    else this.menu.open().then(() => this.menu.focusFirst());
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.box.value.trim();
    const subject = this.#subject;
    if (!text && subject.kind !== "file") return;
    this.menu.close();
    this.#write("");
    this.#take(NOTHING);
    const done = await this.#perform(subject, text);
    // What could not be sent is given back, unless something else is being written by now.
    if (done === false && !this.box.value) this.#restore(subject, text);
  }

  #restore(subject, text) {
    this.#take(subject);
    this.#write(text);
  }

  #perform(subject, text) {
    switch (subject.kind) {
      case "file":
        return this.#actions.upload(subject.as, subject.file, text);
      case "edit":
        return this.#actions.edit(subject.message, text);
      default:
        return this.#actions.send(text, subject.message?.message_id);
    }
  }
}

const TITLES = { reply: "replyTo", edit: "editing", file: "sendingFile" };

function about(subject) {
  const text = subject.file
    ? `${word(subject.as)} · ${subject.file.name} · ${sizeText(subject.file.size)}`
    : summary(subject.message);
  return element("span", {}, text);
}
