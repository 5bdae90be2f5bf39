const greetings = new Set(
  'hallo hi hey hello moin servus gruss gott gute guten tag morgen abend sehr good morning day afternoon evening r'.split(
    ' ',
  ),
)

const formsOfAddress = new Set(
  'liebe lieber liebes geehrte geehrter geehrtes werte werter wertes dear herr herrn frau mr mrs ms dr prof'.split(
    ' ',
  ),
)

const groupWords = new Set(
  'alle all everyone everybody there team leute zusammen freund freunde friend friends folks lieben damen herren sir madam'.split(
    ' ',
  ),
)

/** A form of address needs a name behind it. */
export function isFormOfAddress(folded: string): boolean {
  return formsOfAddress.has(folded)
}

/** Whether the folded word can stand before the name in a salutation. */
export function isSalutationWord(folded: string): boolean {
  return greetings.has(folded) || formsOfAddress.has(folded)
}

export function isNeverName(folded: string): boolean {
  return isSalutationWord(folded) || groupWords.has(folded)
}
