const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The URL a piece of text means, or null when it is none that may be opened. */
export function safeUrl(text) {
  try {
    const url = new URL(HAS_SCHEME.test(text) ? text : `https://${text}`);
    return SAFE_SCHEMES.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** The start payload ("" if there is none) of a link to this bot; null for any other link. */
export function startPayload(text, botUsername) {
  const url = safeUrl(text.trim());
  if (!url) return null;
  const name = url.protocol === "tg:" ? url.searchParams.get("domain") : nameInPath(url);
  if (name?.toLowerCase() !== botUsername.toLowerCase()) return null;
  return url.searchParams.get("start") ?? "";
}

function nameInPath(url) {
  const hosts = ["t.me", "telegram.me", "www.t.me"];
  return hosts.includes(url.hostname) ? url.pathname.slice(1).split("/")[0] : null;
}
