import { api } from "./api.js";
import { word } from "./words.js";

/** What the owner of a phone does in one chat. Whatever fails is said in a toast and gives false. */
export class Hand {
  #owner;
  #chat;
  #notices;

  constructor(owner, chat, notices) {
    this.#owner = owner;
    this.#chat = chat;
    this.#notices = notices;
  }

  async try(action) {
    try {
      return (await action(this.#owner.id)) ?? true;
    } catch (error) {
      this.#notices.toast(word("failed", { reason: error.message }));
      return false;
    }
  }

  #with(message, more) {
    return { chat_id: this.#chat.id, message_id: message.message_id, ...more };
  }

  send(text, replyTo) {
    const message = { chat_id: this.#chat.id, text, ...(replyTo && { reply_to: replyTo }) };
    return this.try((id) => api.send(id, message));
  }

  edit(message, text) {
    return this.try((id) => api.edit(id, this.#with(message, { text })));
  }

  upload(kind, file, caption) {
    return this.try((id) => api.upload(id, { chat_id: this.#chat.id, kind, file, caption }));
  }

  vote(message, options) {
    return this.try((id) => api.vote(id, this.#with(message, { options })));
  }

  /** Resolves when the bot has answered, to the address it wants opened, if any. */
  async press(message, data) {
    const { answer } = await this.try((id) => api.press(id, this.#with(message, { data })));
    if (answer?.text && answer.show_alert) this.#notices.alert(answer.text);
    else if (answer?.text) this.#notices.toast(answer.text);
    return answer?.url;
  }

  async copy(text) {
    const done = await this.try(() => navigator.clipboard.writeText(text));
    if (done) this.#notices.toast(word("copied"));
  }

  unavailable() {
    this.#notices.toast(word("unavailable"));
  }
}
