import { fold } from '../text/fold.js'
import { once } from '../text/once.js'
import { spelled } from './member-names.js'
import { isAroundName, isForeign } from './salutation-words.js'

/** Nicknames that are no part of the name, each before the names that it stands for. */
const NICKNAMES = `
  babs barbara, becky rebecca, beppo josef giuseppe, bess elizabeth, betty elizabeth elisabeth bettina, bill william,
  billy william, bine sabine, bob robert, bobby robert, chuck charles, conny cornelia, dave david, dick richard,
  didi dietrich dieter, dima dmitri, fips philipp, fred friedrich, fritz friedrich, gaz gareth gary, gerd gerhard,
  gitti brigitte, greta margarete, grete margarete, gretel margarete, hank henry, hans johannes johann, hansi johannes johann,
  harry henry, heiner heinrich, heinz heinrich, hias matthias, hinnerk heinrich, jack john, jim james, jimmy james,
  jochen joachim, jupp josef, kalle karl, kasia katarzyna, kate katharina, käthe katharina, katja katharina, kees cornelis,
  klaus nikolaus, leni helena helene magdalena, lex alexander alexandra, lexi alexandra, liesl elisabeth, lisl elisabeth,
  liz elizabeth elisabeth, lizzy elizabeth, loisl alois, lutz ludwig, maggie margaret, matze matthias, meg margaret,
  mick michael, mike michael, mitzi maria, ned edward, nele cornelia, nina christina, paco francisco, paddy patrick,
  peggy margaret, pepe jose, pippa philippa, polly mary, resi theresia theresa, rick richard, rolf rudolf, sandra alexandra, sandy alexandra,
  sascha alexander alexandra, sasha alexander alexandra, schorsch georg, sepp josef joseph, steve stephen steven stefan,
  susan susanne, ted edward theodore, toni anton antonia anthony, traudl gertraud waltraud, trudi gertrud,
  ulla ursula ulrike, uschi ursula, vroni veronika, wastl sebastian, wim wilhelm, zenzi kreszentia
`

/** The formal names of each nickname. Not at the start: folding loads Unicode tables, which takes time. */
const formalNames = once(
  () =>
    new Map(
      fold(NICKNAMES)
        .split(',')
        .map((line) => line.trim().split(/\s+/).map(spelled))
        .map(([short = '', ...formal]) => [short, formal]),
    ),
)

/** Whether the folded word is a short form or nickname of one of the spelled names: Alex, Basti, Bob. */
export function isNicknameOf(word: string, names: ReadonlySet<string>): boolean {
  if (isAroundName(word) || isForeign(word)) return false
  const short = spelled(word)
  if (
    formalNames()
      .get(short)
      ?.some((name) => names.has(name))
  )
    return true
  const part = short.replace(/ie?$/, '')
  return [...names].some((name) => isPartOf(part, name))
}

/** Alex and Uli begin like the name, Basti is a longer part of it. */
function isPartOf(part: string, name: string): boolean {
  if (part.length < 2 || part.length > 5) return false
  return name.startsWith(part) || (part.length > 3 && name.includes(part))
}
