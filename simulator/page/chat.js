import { api } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { element } from "./element.js";
import { Foot } from "./foot.js";
import { Hand } from "./hand.js";
import { Notices } from "./notices.js";
import { phoneWord } from "./words.js";

/** One chat on one phone: the private one with the bot, or a group. */
export class Chat {
  #phone;
  #hand;
  #conversation;
  #composer;
  #foot;
  #groupTitle;
  #pendingStart = null;
  #stage = element("div", { class: "stage" });

  /** `info` is the chat as the simulator lists it; `onNew(chat)` hears of messages of others. */
  constructor(phone, info, onNew) {
    this.#phone = phone;
    this.id = info.id;
    this.isGroup = info.id !== phone.owner.id;
    this.#groupTitle = info.title;
    this.unread = false;
    this.#hand = new Hand(phone.owner, info, new Notices(this.#stage));
    this.#composer = this.#makeComposer();
    this.#foot = new Foot(this.#composer);
    this.#conversation = new Conversation(phone.owner, this.#context(onNew));
    this.#stage.prepend(this.#conversation.node, this.#conversation.toEnd);
    this.node = element("div", { class: "chat", hidden: true }, this.#stage, this.#foot.node);
  }

  get title() {
    return this.isGroup ? this.#groupTitle : this.#phone.bot.name;
  }

  async load() {
    await this.#conversation.load();
    this.draw();
  }

  show(visible) {
    this.node.hidden = !visible;
    if (!visible) return;
    this.unread = false;
    this.#conversation.scrollToEnd();
  }

  focus() {
    this.#foot.focus();
  }

  /** A deep link was opened: its Start button waits in place of the text box. */
  offerStart(payload) {
    this.#pendingStart = payload;
    this.draw();
    this.#foot.focus();
  }

  draw() {
    const fresh = this.#conversation.isEmpty && !this.isGroup;
    this.#stage.querySelector(".welcome")?.remove();
    if (fresh) this.#stage.append(this.#welcome());
    if (this.#phone.owner.blocked) this.#foot.showButton(this.#word("unblock"), () => this.#phone.change(api.unblock));
    else if (fresh || this.#pendingStart !== null) this.#foot.showButton(this.#word("start"), () => this.#start());
    else this.#foot.showComposer(this.#conversation.keyboardInForce(), this.#actions());
  }

  #makeComposer() {
    return new Composer(this.#phone.owner, {
      send: (text, replyTo) => this.#say(text, replyTo),
      edit: (message, text) => this.#hand.edit(message, text),
      upload: (kind, file, caption) => this.#hand.upload(kind, file, caption),
      commands: () => api.commands(this.#phone.owner.id, this.id),
      sendCommand: (name) => this.#say(this.isGroup ? `/${name}@${this.#phone.bot.username}` : `/${name}`),
    });
  }

  #word(key) {
    return phoneWord(this.#phone.owner, key);
  }

  #say(text, replyTo) {
    this.#conversation.scrollToEnd();
    return this.#hand.send(text, replyTo);
  }

  async #press(message, data) {
    const address = await this.#hand.press(message, data);
    if (address && !this.#phone.openLink(address)) open(address, "_blank", "noopener");
  }

  #actions() {
    return {
      press: (message, data) => this.#press(message, data),
      vote: (message, options) => this.#hand.vote(message, options),
      copy: (text) => this.#hand.copy(text),
      unavailable: () => this.#hand.unavailable(),
      reply: (message) => this.#composer.reply(message),
      startEdit: (message) => this.#composer.startEdit(message),
      sendText: (text) => this.#say(text),
      openLink: (address) => this.#phone.openLink(address),
    };
  }

  #context(onNew) {
    return {
      ...this.#actions(),
      senderOf: (message) => this.isGroup && this.#phone.nameOf(message.from_id),
      fetchMessages: (after) => api.messages(this.#phone.owner.id, this.id, after),
      onNew: (message) => message.from_id !== this.#phone.owner.id && onNew(this),
    };
  }

  async #start() {
    const payload = this.#pendingStart ?? "";
    this.#pendingStart = null;
    await this.#hand.try((id) => api.start(id, payload));
    await this.load();
    this.#foot.focus();
  }

  #welcome() {
    const { description, name } = this.#phone.bot;
    const title = element("b", {}, this.#word("whatCanItDo"));
    return element("div", { class: "welcome" }, title, element("p", {}, description || name));
  }
}
