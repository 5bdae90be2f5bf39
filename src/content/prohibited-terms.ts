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

function suspected(category: ProhibitedCategory, list: string): ProhibitedTerm[] {
  return termsIn(list).map((term) => Object.freeze({ term, category, certainty: 'suspected' }))
}

/**
 * The terms of the built-in screener, German and English. Each is only `suspected`.
 *
 * A term is in the list if at least two of the texts to build with that break the rule have it, and if it is at least
 * three times as frequent in these as in honest ones. The list is this library's own reading of D12. It is frozen.
 *
 * @since 0.1.0
 */
export const PROHIBITED_TERMS: readonly ProhibitedTerm[] = Object.freeze([
  ...suspected(
    'multi-level-marketing',
    `
      network market*, mehrstufenvertrieb*, direktvertrieb*, direct sell*, direct sales,
      empfehlungsmarketing*, vertriebspartner*, teampartner*, geschäftspartner*,
      business partner*, brand partner*, independent consultant*, independent distributor*,
      selbständige beraterin*, repräsentant*, downline*, upline*, under me, unter dir, unter mir,
      matching bonus*, binär*, override*, residual*, passiv* eink*, zweit* einkommen*,
      zweit* gehalt*, second income, side hustle, extra money, additional income, einkommen*,
      income, financial* free*, own boss, kein chef, hamsterrad*, 9 to 5, provision*, comp plan,
      compensation plan, vergütungsplan*, marketingplan*, karriereplan*, karrierestufe*, stufen,
      ebenen, levels deep, levels, einschreib*, eingeschrieben*, enrol*, starter*, startpaket*,
      einstiegspaket*, startkapital, eigenkapital, team auf*, eigen* team*, eigen* geschäft*,
      build* a team, my team, join my, mein team, unser team, mein* mentor*, my mentor,
      duplizier*, duplicat*, system das, vorkenntniss*, no experience, nebenbei, nebenher,
      neben dem beruf, nebenberuflich*, von zuhause, von daheim, from my phone, vom handy,
      ortsunabhängig*, frei* zeiteinteilung, time freedom, expand*, expansion, infoabend*,
      unverbindlich*, offen für, open to, would you be open, are you open, geschäftsmodell*,
      kein verkauf*, kein risiko, ohne risiko, motivierte leute, freiheit, inflation,
      refinanzier*, weiterempfehl*, vital*, wellness, collagen, ätherisch*, skincare, shakes,
      cashback, six figure*, top earner*, mitverdien*, verdien*, earn, earning*, get paid, paid,
      changed my life, leben verändert*, quick call, 15 minuten, 20 minuten, show you, zeig dir,
      zeige dir, aufbau*, aufzubauen, ground floor, pre launch, launch*, diamond*, hun, babe,
      ladies, mädels, mamas, affiliate*, lizenz*, geworben*, bonus*, boni, gastgeberin*,
      wachstum*, umsätze, jedem umsatz, lifetime, lebenslang*
    `,
  ),
  ...suspected(
    'spam',
    `
      get rich, garantiert*, bot, usdt, forex, verdoppel*, double your, mindesteinlage*, einzahl*,
      auszahl*, payout*, withdraw*, deposit*, wallet*, hebel*, copy trading, freispiel*, spins,
      odds, poker, roulette, winner*, award*, ziehung, erben, inheritance, next of kin, barrister,
      million*, lucky, selected, ausgewählt, account, suspend*, bestätig*, confirm, password*,
      tan, zugangsdaten, delivery, refund*, kreditkarte*, credit card*, bank account,
      bankverbindung*, iban, transfer*, sofortkredit*, darlehen*, bonität*, debt*, mortgage*,
      no credit, bad credit, zinsen, zins, kilo, fettverbrenn*, diet, lbs, pounds, kapsel*,
      pille*, rezeptfrei*, prescription*, cialis, cure*, ärzte, cbd, naturheil*, nebenwirkung*,
      krebs, diabetes, driving licence*, doktortitel*, dissertation*, ausweis*, passport*, mpu,
      registriert*, follower*, likes, bewertung*, sterne, stars, rezension*, views, abos, seo*,
      backlink*, ranking*, google*, platz 1, traffic, website*, erstgespräch*, skalier*,
      our platform, % off, % auf, gutschein*, sale, order, versand*, shipping, gratis*,
      today only, solange, sichern sie sich, hurry, schnell sein, heute noch, exklusiv*, premium*,
      vip*, replica*, iphone*, abo, ringtone*, txt, text stop, reply, dating, chat, girls, sexy,
      erotik*, diskret*, discreet*, pics, massage*, model, heimarbeit*, data entry, mystery shop*,
      testkäufer*, produkttester*, finanzagent*, ausfüllen, wöchentlich*, pro woche, täglich*,
      a day, weekly, daily, pro monat, instant, no skills, stunden am tag, link*, dm, schreib mir,
      weiterleiten, gruppe beitreten, accept, admin, pinned, vertraulich*, geheim*, secret*,
      insider*, urgent*, congratulations, dear friend
    `,
  ),
])
