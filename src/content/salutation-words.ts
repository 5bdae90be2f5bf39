/** How salutations begin, folded. */
const greetings = new Set(
  'hallo hi hey hello moin servus gruss gott gute guten tag morgen abend sehr good morning day afternoon evening r'.split(
    ' ',
  ),
)

/** The words of salutations that ask for a name behind them, folded. */
const addresses = new Set(
  'liebe lieber liebes geehrte geehrter geehrtes werte werter wertes dear herr herrn frau mr mrs ms dr prof'.split(
    ' ',
  ),
)

/** Whom those greet who greet nobody in particular, folded. */
const anybody = new Set(
  'alle all everyone everybody there team leute zusammen freund freunde friend friends folks lieben damen herren sir madam'.split(
    ' ',
  ),
)

/** Whether a folded word asks for a name behind it, as "Liebe" and "Dr." do. */
export function isAddress(folded: string): boolean {
  return addresses.has(folded)
}

/** Whether a folded word can stand in a salutation before a name. */
export function isSalutation(folded: string): boolean {
  return greetings.has(folded) || addresses.has(folded)
}

/** Whether a folded word of a salutation is surely no name. */
export function isNobody(folded: string): boolean {
  return isSalutation(folded) || anybody.has(folded)
}
