import { api } from "./api.js";
import { Chat } from "./chat.js";
import { element } from "./element.js";
import { startPayload } from "./links.js";
import { phoneHead } from "./phone-head.js";
import { word } from "./words.js";

/**
 * One phone: its owner and the chats with the bot.
 *
 * `hooks` connects it to the page: nameOf(id), askLink(phone), isSeen(phone),
 * onUnread(), refresh().
 */
export class Phone {
  #hooks;
  #chats = new Map();
  #open = null;
  #head = element("div");
  #tabs = element("nav", { class: "chats", hidden: true, "aria-label": word("chats") });
  #screen = element("div", { class: "screen" });

  constructor(owner, bot, hooks) {
    this.owner = owner;
    this.bot = bot;
    this.unread = false;
    this.#hooks = hooks;
    const attributes = { class: "phone", "aria-label": owner.first_name, "data-phone": owner.id };
    this.node = element("section", attributes, this.#head, this.#tabs, this.#screen);
    this.#drawHead();
  }

  nameOf(id) {
    return id === this.bot.id ? this.bot.name : this.#hooks.nameOf(id);
  }

  /** Change the phone at the simulator, then show how it is now. */
  async change(act) {
    await act(this.owner.id);
    await this.#hooks.refresh();
  }

  /** Take the owner as the simulator knows her now, and the bot's words in her language. */
  update(owner, bot) {
    if (JSON.stringify([owner, bot]) === JSON.stringify([this.owner, this.bot])) return;
    Object.assign(this.owner, owner);
    Object.assign(this.bot, bot);
    this.#drawHead();
    for (const chat of this.#chats.values()) chat.draw();
  }

  /** Fetch the chats and whatever is new in each. */
  async catchUp() {
    for (const info of await api.chats(this.owner.id)) this.#addChat(info);
    await Promise.all([...this.#chats.values()].map((chat) => chat.load()));
    if (this.#open === null) this.openChat(this.owner.id);
    this.#drawTabs();
  }

  /** Something happened in a chat; one never heard of may be a new group of ours. */
  chatChanged(chatId) {
    const known = this.#chats.get(chatId);
    if (known) return known.load();
    return chatId < 0 ? this.catchUp() : undefined;
  }

  openChat(chatId) {
    this.#open = chatId;
    for (const chat of this.#chats.values()) chat.show(chat.id === chatId);
    this.#drawTabs();
  }

  /** The phone came into view. */
  seen() {
    this.unread = false;
    this.#chats.get(this.#open)?.show(true);
  }

  focus() {
    this.#chats.get(this.#open)?.focus();
  }

  /** Open a link as this phone would; false when it leads somewhere else than to the bot. */
  openLink(address) {
    const payload = startPayload(address, this.bot.username);
    if (payload === null) return false;
    this.offerStart(payload);
    return true;
  }

  offerStart(payload) {
    this.openChat(this.owner.id);
    this.#chats.get(this.#open).offerStart(payload);
  }

  #addChat(info) {
    if (this.#chats.has(info.id)) return;
    const chat = new Chat(this, info, (one) => this.#onNew(one));
    this.#chats.set(info.id, chat);
    this.#screen.append(chat.node);
  }

  #onNew(chat) {
    const isOpen = chat.id === this.#open;
    if (this.#open === null || (isOpen && this.#hooks.isSeen(this))) return;
    chat.unread = !isOpen;
    this.unread = true;
    this.#hooks.onUnread();
    this.#drawTabs();
  }

  #drawHead() {
    const askLink = () => this.#hooks.askLink(this);
    const actions = { askLink, change: (act) => this.change(act) };
    this.#head.replaceChildren(phoneHead(this.owner, this.bot, actions));
  }

  #drawTabs() {
    this.#tabs.hidden = this.#chats.size < 2;
    this.#tabs.replaceChildren(...[...this.#chats.values()].map((chat) => this.#tab(chat)));
  }

  #tab({ id, title, unread }) {
    const current = id === this.#open ? "true" : null;
    const onclick = () => this.openChat(id);
    const attributes = { type: "button", "aria-current": current, class: unread ? "unread" : null };
    return element("button", { ...attributes, onclick }, title);
  }
}
