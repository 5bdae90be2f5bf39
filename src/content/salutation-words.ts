const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

// All lists are folded: "gruss" is "Grüß".

/** A name may follow them. "Guten" is none: "Guten Freitag" names nobody. */
const greetings = wordsOf(`
  hallo hallochen hallole hello hullo hi hey hej hei hoi hiya heya howdy alright yo moin moinsen servus servas sers gott
  griass gruezi tach tag morgen nachmittag mittag abend ahoi huhu salut salu sali salve ciao hola bonjour selam merhaba na
  morning day afternoon evening greetings welcome willkommen
`)

/** A name has to follow them. */
const endearments = wordsOf(
  'liebe lieber liebes geehrte geehrter geehrtes verehrte verehrter werte werter wertes dear dearest',
)

const formsOfAddress = wordsOf('herr herrn hr frau fr mr mrs ms mx dr prof')

const titles = wordsOf(`
  professor professorin doktor dipl ing med mag mba msc bsc phd jr sr kollege kollegin pastor pfarrer rev reverend schwester
  sister coach miss signor signora senor senora sra monsieur madame fru pani
`)

const particles = wordsOf('von van vom de da di du del der den la le zu zur und and')

const fillers = wordsOf('guten gute gut good gruss sehr schonen einen r')

/** As in "Grüß dich", "My dear", "Dr. rer. nat.", "Hi there". */
const between = wordsOf('dich di sie you my mein meine rer nat phil jur there again')

/** What is said about somebody, and to nobody or everybody. They are in no salutation. */
const foreignWords = wordsOf(`
  ab als also am an aus bei beim bin bis das dass dein deine deinem deinen deiner dem der des diese diesem diesen
  dieser durch ein eine einem einer er es fur gern gruppe hat haben heisse heisst hier ich ihr ihre ihrem ihren
  ihrer im in ins ist ja jede jedem jeden jeder kenne kennen kennst kennt laut letzten mir mit nach nachsten neulich
  oder ohne seit sind uber um uns unser unsere unserem unseren unserer unter vom von vor war was wegen wenn wer wie
  wir wird wo zu zum zur zwischen an as at be by can do for from group had has have he her his hope i im in into is
  it its last may met name next of on or our said says she that the their this was we when who will with your alle
  all everyone everybody team leute zusammen freund freunde friend friends folks lieben damen herren sir madam
  mitglieder kolleginnen members colleagues familie family du ihr man mann mate mates pal guys gang chef bro
`)

/** As in "Viele Grüße, Anna": the name behind them is the sender's. */
const closings = wordsOf('gruss grusse grussen regards wishes')

/** They turn to the person who was named before them: "Anna du", "Carlos mate", "Luis hi". */
const addressing = wordsOf(
  'du sie ich wir you u ur i we how love mate duck pal buddy bro bruv babe baby dear darling alter ji hanim abi hi hallo hello',
)

/** Whether the name may follow the folded word directly: "Tag" in "Guten Tag", "Liebe". */
export function greets(folded: string): boolean {
  return greetings.has(folded) || endearments.has(folded)
}

/** A form of address needs a name behind it. */
export function isFormOfAddress(folded: string): boolean {
  return formsOfAddress.has(folded) || endearments.has(folded)
}

/** Whether the folded word is a part of a name that is no name on its own. */
export function isTitle(folded: string): boolean {
  return formsOfAddress.has(folded) || titles.has(folded)
}

/** As in "von der Heide". */
export function isParticle(folded: string): boolean {
  return particles.has(folded)
}

/** Whether the folded word can stand before the name in a salutation. */
export function isSalutationWord(folded: string): boolean {
  return greets(folded) || formsOfAddress.has(folded) || fillers.has(folded)
}

/** Whether the folded word has a place in a salutation, and names nobody. */
export function isAroundName(folded: string): boolean {
  return isSalutationWord(folded) || titles.has(folded) || between.has(folded)
}

/** Whether the folded word is in no salutation of one person. */
export function isForeign(folded: string): boolean {
  return foreignWords.has(folded) || (closings.has(folded) && !fillers.has(folded))
}

/** Whether the folded word is in the closing of a letter. */
export function isClosing(folded: string): boolean {
  return closings.has(folded)
}

/** Whether the folded word turns to the person who is named before it. */
export function isAddressing(folded: string): boolean {
  return addressing.has(folded)
}
