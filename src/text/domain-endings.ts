/** All endings of two letters (IANA, 2026). */
const countries =
  /^(?:a[c-gil-oq-uwxz]|b[abd-jm-or-tvwyz]|c[acdf-ik-oru-z]|d[ejkmoz]|e[cegr-u]|f[ijkmor]|g[abd-ilmnp-uwy]|h[kmnrtu]|i[delmnoq-t]|j[emop]|k[eghimnprwyz]|l[abcikr-vy]|m[acdeghk-z]|n[acefgilopruz]|om|p[ae-hk-nrstwy]|qa|r[eosuw]|s[a-eg-ortuvx-z]|t[cdfghj-ortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw])$/

/** The longer endings that people in Europe use, and spam. No brands, and no words as common as "now" or "you". */
const generic = new Set(
  `com org net info biz edu gov mil int name mobi pro tel asia cat jobs museum aero coop example
  berlin hamburg koeln cologne bayern nrw ruhr saarland tirol wien swiss zuerich brussels vlaanderen gent amsterdam frl
  paris bzh alsace london wales scot irish madrid barcelona eus gal istanbul moscow helsinki stockholm nyc tokyo
  gmbh haus immo immobilien reise reisen schule versicherung kaufen gratis jetzt sarl ltd llc inc company
  academy agency app art associates audio auto bank best bet bike bio blog bond boutique build business buzz cab
  cafe camp capital car cards care careers cash casino center charity chat church city click clinic cloud club coach
  codes college community consulting cool courses credit cyou dance date dating deals dental design dev digital direct
  directory doctor dog domains earth eco education email energy engineer engineering estate events exchange expert
  family fan farm fashion film finance financial fit fitness football forum foundation fun fund fyi gallery game games
  garden gift gle global gold golf green group guide guru health help holdings holiday host house icu ink institute
  insurance international investments kim kitchen land law lawyer legal lgbt life lighting link live loan lol love
  market marketing markets media men menu moda money movie music network news ngo ninja one ong online page partners
  party pet pharmacy photo photography photos pics pizza plus poker press productions properties property pub
  racing recipes red rent rentals report rest restaurant review reviews rocks run sale salon school science security
  services sex sexy shop shopping show site ski social software solar solutions space sport store stream studio style
  support surf systems tax taxi team tech technology tennis theater tickets tips today tools top tours town trade
  training travel tube university vacations ventures vet video vin vip vision wang watch webcam website wedding wiki
  win wine work works world wtf xxx xyz yoga zone рф рус укр бел срб бг ею ευ ελ`.split(/\s+/),
)

/** Endings that are words too, with which a sentence may begin: "bei uns.am Montag". */
const words =
  /^(?:am|art|as|be|by|ca|do|er|es|gratis|help|hm|id|im|in|is|it|je|jetzt|la|live|me|men|ms|my|na|name|ne|no|one|online|ps|so|to|today|us|vg|work)$/

/** Endings of files too. Files of code are often called so. */
const files = /^(?:cc|md|ml|pl|ps|py|rs|sh|so)$/
const fileNames =
  /_|^(?:app|backup|bot|build|changelog|cli|config|contributing|data|deploy|hello|index|init|install|lib|license|main|manage|mod|models?|notes|plot|readme|run|script|server|settings|setup|skript|start|tests?|todo|train|types|update|utils?)$/

export function isDomainEnding(lower: string): boolean {
  return countries.test(lower) || generic.has(lower) || lower.startsWith('xn--')
}

export function isWord(ending: string): boolean {
  return words.test(ending)
}

export function isFileName(name: string, ending: string): boolean {
  return files.test(ending) && fileNames.test(name)
}
