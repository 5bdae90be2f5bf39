import type { Certainty } from './certainty.js'
import type { ProhibitedCategory } from './content-evidence.js'
import { termsIn } from './term-index.js'

/**
 * A term that is typical of prohibited content (D12).
 *
 * @since 0.1.0
 */
export interface ProhibitedTerm {
  /**
   * A word or a phrase, in any case and spelling of umlauts.
   *
   * A hyphen is a space. A `*` behind three letters or more stands for any ending, or none: `passiv* einkommen*`. A
   * phrase is also found if it is written as one word, unless a `*` stands before its last word.
   */
  readonly term: string
  readonly category: ProhibitedCategory
  /**
   * `suspected`: the term is one witness, and only two are sure. `sure`, or absent: the term is enough on its own.
   */
  readonly certainty?: Certainty | undefined
}

/**
 * The terms of the built-in screener, German and English. Each is only `suspected`.
 *
 * A term is in the list if at least two of the prohibited texts to build with have it, and if it is at least three times
 * as frequent in these as in ordinary honest texts. Honest people write such terms too, so that no term denies on its
 * own. The list is this library's own reading of D12. It is frozen.
 *
 * @since 0.1.0
 */
export const PROHIBITED_TERMS: readonly ProhibitedTerm[] = /* @__PURE__ */ prohibitedTerms()

/** The list for those who need it only with their first text. */
export function prohibitedTerms(): readonly ProhibitedTerm[] {
  return Object.freeze([
    ...suspected(
      'multi-level-marketing',
      `
      network market*, mlm*, multi level*, strukturvertrieb*, mehrstufenvertrieb*,
      direktvertrieb*, direct sell*, direct sales, empfehlungsmarketing*, vertriebspartner*,
      teampartner*, geschäftspartner*, business partner*, brand partner*, independent consultant*,
      independent distributor*, selbständige beraterin*, repräsentant*, downline*, upline*,
      under me, unter dir, unter mir, matching bonus*, binär*, override*, residual*,
      passiv* eink*, passive income, nebenverdienst*, zweit* einkommen*, zweit* gehalt*,
      side hustle, extra money, additional income, einkommen*, income, finanziell* frei*,
      financial* free*, your own boss, own boss, kein chef, hamsterrad*, 9 to 5, provision*,
      commission*, comp plan, compensation plan, vergütungsplan*, marketingplan*, karriereplan*,
      karrierestufe*, stufen, ebenen, levels deep, levels, einschreib*, eingeschrieben*, enrol*,
      starter*, startpaket*, einstiegspaket*, startkapital, eigenkapital, team auf*, eigen* team*,
      eigen* geschäft*, build* a team, my team, join my, mein team, unser team, mein* mentor*,
      my mentor, duplizier*, duplicat*, system das, quereinst*, vorkenntniss*, no experience,
      nebenher, neben dem beruf, nebenberuflich*, von daheim, from your phone,
      from my phone, vom handy, ortsunabhängig*, frei* zeiteinteilung, time freedom, expand*,
      expansion, infoabend*, would you be open, are you open, geschäftsmodell*, opportunities,
      kein verkauf*, kein klinkenputzen, kein risiko, motivierte leute, freiheit, mindset*,
      inflation, refinanzier*, weiterempfehl*, nahrungsergänzung*, vital*, wellness, kollagen*,
      collagen, ätherisch*, essential oil*, hautpflege*, skincare, shakes, cashback,
      sechsstellig*, six figure*, top earner*, millionär*, geld verdienen, mitverdien*,
      dazuverdien*, verdien*, earn, earning*, earner*, get paid, changed my life,
      leben verändert*, worum es geht, 15 minuten, 20 minuten, etwas zeigen, show you, zeig dir,
      aufbau*, aufzubauen, ground floor, pre launch, launch*, diamond*, hun, babe, ladies, mädels,
      mamas, affiliate*, lizenz*, recruit*, anwerb*, angeworben*, geworben*, sponsor*, bonus*,
      boni, gastgeberin*, wachstum*, umsätze, jedem umsatz, lifetime, lebenslang*, schneeball*,
      pyramid*
    `,
    ),
    ...suspected(
      'spam',
      `
      get rich, garantiert*, guarantee*, gewinn*, profit*, trading*, bot, bots, signal*, krypto*,
      crypto*, bitcoin*, usdt, forex, verdoppel*, double your, investier*, mindesteinlage*,
      einzahl*, auszahl*, payout*, withdraw*, deposit*, wallet*, hebel*, copy trading, casino*,
      freispiel*, free spin*, spins, wetten, betting, odds, jackpot*, startguthaben, poker,
      roulette, gewonnen, winner*, prize*, award*, lotterie*, ziehung, erbe, erben, inheritance,
      next of kin, widow*, witwe*, barrister, million*, lucky, selected, ausgewählt, konto,
      account, suspend*, verify, verifizier*, bestätig*, passwort*, zugangsdaten, paket*, refund*,
      kreditkarte*, credit card*, bank account, bankverbindung*, iban, überweis*,
      kredit*, sofortkredit*, schufa*, darlehen*, bonität*, debt*, mortgage*, no credit,
      bad credit, zinsen, zins, abnehmen, kilo, fettverbrenn*, diet, weight*, lbs, pounds,
      kapsel*, pille*, pill*, rezeptfrei*, prescription*, viagra, cialis, potenz*, wunder*, cure*,
      doctors, ärzte, cbd, gummies, naturheil*, nebenwirkung*, krebs, diabetes, führerschein*,
      driving licence*, certificate*, urkunde*, doktortitel*, plagiat*, dissertation*,
      ausweis*, passport*, mpu, registriert*, follower*, likes, bewertung*, reviews, sterne,
      stars, rezension*, views, abos, seo*, backlink*, ranking*, google*, platz 1, erstgespräch*,
      high ticket, skalier*, umsatz*, our platform, % rabatt, % off, % auf, gutschein*, voucher*,
      bestell*, versand*, shipping, gratis*, nur heute, today only, limited, solange,
      letzte chance, sichern sie sich, schnell sein, noch heute, heute noch, exklusiv*, premium*,
      vip*, replica*, rolex, iphone*, abo, ringtone*, txt, text stop, reply, single*, dating,
      date, girls, sexy, erotik*, diskret*, discreet*, fotos, pics, massage*, model, data entry,
      mystery shop*, testkäufer*, produkttester*, finanzagent*, ausfüllen, umfrage*, wöchentlich*,
      pro woche, pro tag, am tag, täglich*, a day, weekly, daily, pro monat, instant,
      automatisch*, no skills, stunden am tag, hours a day, klick*, click*, link*, dm,
      schreib mir, message me, weiterleiten, gruppe beitreten, admin, confidential, geheim*,
      secret*, insider*, legal, seriös*, urgent*, dear friend, blessing*
    `,
    ),
  ])
}

function suspected(category: ProhibitedCategory, list: string): ProhibitedTerm[] {
  return termsIn(list).map((term) => Object.freeze({ term, category, certainty: 'suspected' }))
}
