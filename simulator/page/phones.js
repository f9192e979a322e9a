import { api } from "./api.js";
import { element } from "./element.js";
import { Phone } from "./phone.js";
import { readPlace, writePlace } from "./place.js";
import { word } from "./words.js";

/** All phones side by side, and the switcher that says which one is open on a small screen. */
export class Phones {
  #row;
  #switcher;
  #phones = new Map();
  #open = null;
  #askLink;
  #updating = Promise.resolve();

  /** `askLink(phone)` asks a person for a link to open on that phone. */
  constructor(row, switcher, askLink) {
    this.#row = row;
    this.#switcher = switcher;
    this.#askLink = askLink;
  }

  /** Fetch owners, chats and messages; phones are added, never removed. One fetch at a time. */
  catchUp() {
    this.#updating = this.#updating.catch(() => {}).then(() => this.#catchUp());
    return this.#updating;
  }

  async #catchUp() {
    const owners = await api.phones();
    const bots = await Promise.all(owners.map(({ id }) => api.bot(id)));
    owners.forEach((owner, position) => this.#know(owner, bots[position]));
    await Promise.all([...this.#phones.values()].map((phone) => phone.catchUp()));
    this.#row.classList.toggle("none", owners.length === 0);
    if (this.#open === null && owners.length) this.open(this.#wanted() ?? owners[0].id);
    this.#drawSwitcher();
  }

  async chatChanged(chatId) {
    // A private chat has its owner's id: one never heard of is a phone added elsewhere.
    if (chatId > 0 && !this.#phones.has(chatId)) return this.catchUp();
    return Promise.all([...this.#phones.values()].map((phone) => phone.chatChanged(chatId)));
  }

  get owners() {
    return [...this.#phones.values()].map(({ owner }) => owner);
  }

  get openPhone() {
    return this.#phones.get(this.#open);
  }

  /** Show a phone; one that is not known yet may have been added elsewhere. */
  async visit(phoneId) {
    if (!this.#phones.has(phoneId)) await this.catchUp();
    if (this.#phones.has(phoneId)) this.open(phoneId);
  }

  open(phoneId) {
    this.#open = phoneId;
    writePlace(phoneId);
    for (const [id, { node }] of this.#phones) node.classList.toggle("open", id === phoneId);
    this.openPhone.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.openPhone.seen();
    this.#drawSwitcher();
  }

  #wanted() {
    const { phone } = readPlace();
    return this.#phones.has(phone) ? phone : null;
  }

  /** `bot` is the bot's profile in the owner's language. */
  #know(owner, bot) {
    const known = this.#phones.get(owner.id);
    if (known) return known.update(owner, bot);
    const phone = new Phone(owner, bot, {
      nameOf: (id) => this.#phones.get(id)?.owner.first_name ?? String(id),
      askLink: this.#askLink,
      refresh: () => this.catchUp(),
      isSeen: ({ node }) => node.offsetParent !== null,
      onUnread: () => this.#drawSwitcher(),
    });
    this.#phones.set(owner.id, phone);
    this.#row.append(phone.node);
    return undefined;
  }

  #drawSwitcher() {
    const buttons = [...this.#phones.values()].map(({ owner, unread }) => {
      const current = owner.id === this.#open ? "true" : null;
      const attributes = { type: "button", "aria-current": current, class: unread ? "unread" : null };
      return element("button", { ...attributes, onclick: () => this.open(owner.id) }, owner.first_name);
    });
    this.#switcher.replaceChildren(...buttons);
    this.#switcher.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  /** Add a phone and open it. */
  async add(firstName, language) {
    const { id } = await api.addPhone(firstName, language);
    await this.catchUp();
    this.open(id);
    this.openPhone.focus();
  }

  async addGroup(title, members) {
    await api.addGroup(title, members);
    await this.catchUp();
  }
}

/** The suggestions under the name of a new phone. */
export function suggestNames(place, field) {
  const names = ["learner", "mentor", "coordinator"].map((role) => word(role));
  const take = (name) => () => {
    field.value = name;
    field.focus();
  };
  place.replaceChildren(
    ...names.map((name) => element("button", { type: "button", onclick: take(name) }, name)),
  );
}
