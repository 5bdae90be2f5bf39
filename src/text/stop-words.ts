import { fold } from './fold.js'
import type { Word } from './words.js'
import { once } from './once.js'

/** Function words, and the words of every invitation into a group. */
const STOP_WORDS = `
    aber alle allem allen aller alles also auch beim bereich dass dein deine deinem deinen deiner deines dich diese diesem
    diesen dieser dieses durch eine einem einen einer eines etwas euch eure euer für ganz gegen gern gerne haben ihnen ihre
    ihrem ihren ihrer immer jede jedem jeden jeder kann können mehr mein meine meinem meinen meiner nach nicht noch oder
    ohne rund sehr sein seine sich sind sowie suche biete über unser unsere unserem unseren unserer unter viel viele vielen
    vom von vor wenn werden wird zum zur zwischen
    about also been could from have here into more most much other over some than that their them then there these they this
    through very want were what when where which will with would your
    austausch austauschen einladen einladung einladungen erfahrung erfahrungen freuen gemeinsam grüße gruppe gruppen
    informationen interesse interessen interessant interessiert kennen kennenlernen kontakt kontakte leute mitglied mitglieder
    netzwerk neue neuen neuer neues persönlich persönliche persönlichen profil thema themen treffen treff zusammen
    connect connecting connection connections contact contacts exchange experience group groups interest interested
    interesting interests invitation invite join meet meeting meetings member members network networking people
    personal personally profile share sharing topic topics together
    arbeit arbeite arbeiten arbeitet drei erste ersten gesucht jahr jahre jahren mach machen machst macht mich projekt projekte
    seit selbst selber start starten stelle stellen team teams wieder zeit zwei
    after first home open part place project projects side small support three time work working works year years
    gut gute guten guter gutes best beste besten freundlich freundliche freundlichen herzlich herzliche herzlichen liebe
    lieber liebes schöne schönen hallo tage morgen abend würde regards wishes kind dear
    gmbh
`

// Not at the start: folding loads Unicode tables, which takes time.
// Stryker disable next-line MethodExpression, Regex: no word is empty
const stopWords = once(() => new Set(fold(STOP_WORDS).trim().split(/\s+/)))

/** A letter beside something else. */
const namesSomething = once(() => /\p{L}.|.\p{L}/su)

/** Whether the word alone can identify a profile entry. */
export function isDistinctive(word: Word): boolean {
  const { written, folded } = word
  const says = folded.length > 3 ? !stopWords().has(folded) : isAbbreviation(word)
  return says && namesSomething().test(written)
}

/** IT, C++, 3D. */
export function isAbbreviation({ written }: Word): boolean {
  return written.length <= 3 && written === written.toUpperCase()
}
