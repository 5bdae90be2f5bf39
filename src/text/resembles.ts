/** Endings of inflection and derivation, German and English, folded. */
const ending =
  /^(?:|s|es|e|n|en|er|ern|em|ers|in|innen|erin|erinnen|ung|ungen|r|rs|rin|t|te|ten|st|est|lich|isch|ig|keit|heit|ment|ments|ing|ings|y|ies|ist|isten|ists|or|ors|ion|ions|al|ant|ants|ed|ly|ler|lers|lerin|lerinnen|ei|nde|nden|end|ende|enden|iv|ive)$/

/** Endings of inflection alone. */
const inflection = /^(?:|s|es|e|n|en|er|ern|ers|in|innen|ing)$/

/**
 * Whether two folded words are the same but for inflection, derivation or compounding: Vertrieb ~ Vertriebsleiter,
 * Projektmanagement ~ Projektmanager, Altenpflege ~ Pflege. In doubt yes for long words, no for short ones: not Recht ~
 * Rechteck, Druck ~ Eindruck, Netz ~ Gesetz.
 */
export function resembles(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && (isVariant(short, long) || isHead(short, long) || isTail(short, long))
}

/** Entwicklung ~ Entwickler: a common stem, and endings. Of four letters only the plainest endings count. */
function isVariant(short: string, long: string): boolean {
  const stem = sharedStart(short, long)
  if (stem >= 7) return true
  const endings = stem < 5 ? inflection : ending
  return stem >= 4 && endings.test(short.slice(stem)) && endings.test(long.slice(stem))
}

/**
 * Vertrieb ~ Vertriebsleiter, Steuern ~ Steuerberatung: the first part of a compound, be it inflected. A part of four
 * or five letters asks for a rest that is long enough to be a word, and not one of those that make another word of it.
 */
function isHead(short: string, long: string): boolean {
  const stem = sharedStart(short, long)
  const rest = long.slice(stem)
  if (stem < 4 || !inflection.test(short.slice(stem))) return false
  return stem >= 6 || (rest.length >= 5 && !/^(?:zeitig|fertig|stoff)/.test(rest))
}

/**
 * Altenpflege ~ Pflege, Möbelrestaurierung ~ restaurieren: the last part of a compound, behind four letters or more.
 */
function isTail(short: string, long: string): boolean {
  const stem = short.length >= 10 ? short.slice(0, -3) : short
  return stem.length >= 6 && long.indexOf(stem, 4) >= 0 && (stem !== short || long.endsWith(short))
}

function sharedStart(short: string, long: string): number {
  let shared = 0
  while (shared < short.length && short.charCodeAt(shared) === long.charCodeAt(shared)) shared += 1
  return shared
}
