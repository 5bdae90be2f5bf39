const inflectionOrDerivation =
  /^(?:|s|es|e|n|en|er|ern|em|ers|in|innen|erin|erinnen|ung|ungen|r|rs|rin|t|te|ten|st|est|lich|isch|ig|keit|heit|ment|ments|ing|ings|y|ies|ist|isten|ists|or|ors|ion|ions|al|ant|ants|ed|ly|ler|lers|lerin|lerinnen|ei|nde|nden|end|ende|enden|iv|ive)$/

const inflection = /^(?:|s|es|e|n|en|er|ern|ers|in|innen|ing)$/

/**
 * Whether two folded words are related by inflection, derivation or compounding: Projektmanagement ~ Projektmanager.
 * In doubt long words are, and short ones are not: not Recht ~ Rechteck, Druck ~ Eindruck, Netz ~ Gesetz.
 */
export function resembles(one: string, other: string): boolean {
  if (one === other) return true
  // Stryker disable next-line EqualityOperator: either of two equally long words may be the short one
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const stem = sharedStart(short, long)
  const [shortEnd, longEnd] = [short.slice(stem), long.slice(stem)]
  if (stem >= 4 && (isVariant(stem, shortEnd, longEnd) || isHead(stem, shortEnd, longEnd)))
    return true
  return isTail(short, long)
}

/** Entwicklung ~ Entwickler. */
function isVariant(stem: number, shortEnd: string, longEnd: string): boolean {
  const endings = stem < 5 ? inflection : inflectionOrDerivation
  return stem >= DECISIVE_START || (endings.test(shortEnd) && endings.test(longEnd))
}

/** Steuern ~ Steuerberatung: the first part of a compound, also inflected. */
function isHead(stem: number, shortEnd: string, rest: string): boolean {
  return inflection.test(shortEnd) && (stem >= 6 || isSecondPart(rest))
}

function isSecondPart(rest: string): boolean {
  return rest.length >= 5 && !/^(?:zeitig|fertig|stoff)/.test(rest)
}

/** Altenpflege ~ Pflege, Möbelrestaurierung ~ restaurieren: the last part of a compound. */
function isTail(short: string, long: string): boolean {
  const stem = short.length >= 10 ? short.slice(0, -3) : short
  // Stryker disable next-line EqualityOperator: the search begins at 4
  return stem.length >= 6 && long.indexOf(stem, 4) >= 0 && (stem !== short || long.endsWith(short))
}

/**
 * Words that share a start and have endings of one kind resemble the same words with that start. The length counts up to
 * 6 letters: a longer ending is no inflection, however long it is.
 */
export function endingKindOf(ending: string): string {
  return [
    Math.min(ending.length, 6),
    inflection.test(ending),
    inflectionOrDerivation.test(ending),
    isSecondPart(ending),
  ].join(' ')
}

/** Words that share so many letters at their start are related, however they end. */
export const DECISIVE_START = 7

/** At most `DECISIVE_START`. */
function sharedStart(short: string, long: string): number {
  let shared = 0
  const most = Math.min(DECISIVE_START, short.length)
  // Stryker disable next-line ConditionalExpression, EqualityOperator: NaN behind the end equals nothing
  while (shared < most && short.charCodeAt(shared) === long.charCodeAt(shared)) shared += 1
  return shared
}
