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
  /** A finding needs one strong term, two weak terms, a weak term and a hint, or three hints. */
  readonly weight: 'strong' | 'weak' | 'hint'
}

function prohibited(
  category: ProhibitedCategory,
  weight: ProhibitedTerm['weight'],
  list: string,
): ProhibitedTerm[] {
  return termsIn(list).map((term) => Object.freeze({ term, category, weight }))
}

/**
 * The terms of the built-in screener, German and English.
 *
 * Hardly anybody uses a strong term except people who sell something. Other people use weak terms too, but seldom two
 * of them in one invitation. A hint is an everyday word that is frequent in such messages. The lists are this library's
 * own reading of D12. They are frozen.
 *
 * @since 0.1.0
 */
export const PROHIBITED_TERMS: readonly ProhibitedTerm[] = Object.freeze([
  ...prohibited(
    'multi-level-marketing',
    'strong',
    `
      network marketing*, network marketer*, netzwerk marketing*, mlm*,
      multi level marketing*, strukturvertrieb*, downline*, upline*, schenkkreis*,
      gifting circle*, levels deep,
      passiv* einkommen*, passiv* einkünfte*, passive income, residual income,
      residualeinkommen*, lebenslang* provision*, automatisch* einkommen*,
      automatisiert* einkommen*, unbegrenzt* einkommen*, unbegrenzt* verdienst*,
      unlimited earning*, unlimited income, income stream*, stream* of income, second income*,
      lifetime commission*, wiederkehrend* provision*, differenzprovision*, teamprovision*,
      matching bonus*, binärbonus*, binary plan,
      finanziell* freiheit, finanziell frei*, finanziell* unabhängig*, financial freedom,
      financially free, financially independent,
      be your own boss, become your own boss, dein eigener chef, deine eigene chefin,
      ihr eigener chef, ihre eigene chefin, eigen* boss*, fire your boss, quit your job,
      replace your income, replaced my income, replace your salary, replaced my salary,
      raus aus dem hamsterrad,
      while you sleep, geld im schlaf, im schlaf verdien*, laptop lifestyle,
      opportunity of a lifetime, ground floor opportunity, boss babe*,
      not a pyramid scheme, sign up under, not a scam, no scam, kein betrug, keine abzocke,
      kein schneeballsystem, kein pyramidensystem, recruit others, vertriebspartner* werden,
      werde vertriebspartner*, werden sie vertriebspartner*
    `,
  ),
  ...prohibited(
    'multi-level-marketing',
    'weak',
    `
      nichts verkaufen, partnernummer*, start earning, masterclass*, millionaire*, millionär*,
      no skills, blueprint*, bring in two,
      lebenslang*, geworben*, coachable, vorkenntnisse, residual*, wellness, autoship,
      direktvertrieb*, direct selling, direct sales, empfehlungsmarketing*,
      empfehlungsgeschäft*, referral marketing, finanzvertrieb*, vertriebspartner*,
      teampartner*, team partner*, brand partner*, independent distributor*,
      independent consultant*, selbstständige beraterin, selbständige beraterin,
      nebeneinkommen*, nebeneinkünfte*, nebenverdienst*, nebenerwerb*, zusatzeinkommen*,
      zusatzverdienst*, zusätzlich* einkommen*, zweit* einkommen*, zweit* standbein*,
      zweit* gehalt, extra einkommen*, nebenher, dazuverdien*, mitverdien*,
      side income, side hustle, extra income, extra money, extra cash, additional income,
      supplement your income, income potential, commission* from, commission* on, get paid,
      einkommensquelle*, einkommensstrom*, einkommensmöglichkeit*, einkommen aufbau*,
      einkommen generier*, dein einkommen, ihr einkommen, topverdiener*, top verdiener*,
      top earner*, fünfstellig*, sechsstellig*, five figure*, six figure*, geld verdienen,
      gutes geld, make money, making money,
      geschäftsgelegenheit*, geschäftsmöglichkeit*, geschäftschance*, geschäftspräsentation*,
      businesspräsentation*, business opportunit*, home business, own little business,
      start your own business,
      von zu hause aus, von zuhause aus, von daheim aus, vom sofa aus, vom handy aus,
      von überall aus, work from home, working from home, from your phone, from their phone*,
      from your sofa, from my phone, from the comfort of, work from anywhere, around the kids,
      eigen* organisation*, eigen* vertriebs*, join my team, build* your team, build a team,
      building a team, growing my team, driven people, own boss, ambitious people, my ladies,
      provision* auf*, attraktiv* provision*, direktbonus*, wochenbonus*, auf mehreren ebenen,
      multi tier, compensation plan, vergütungsplan*, marketingplan*, karriereplan*,
      partnerpreis*, joining fee, top recruiter*, weiterempfehl*, kein verkauf*, no selling,
      verkauft sich von selbst, verkaufen sich*, sells itself, sell themselves, erfolgsvideo*,
      reiseclub*, travel club*,
      startpaket*, einstiegspaket*, ohne risiko, kein risiko, risikofrei*, risikolos*,
      no risk, risk free, ohne eigenkapital, ohne startkapital, kein startkapital,
      no experience,
      frei* zeiteinteilung, zeitlich* freiheit, zeitlich* unabhängig*, ortsunabhängig*,
      time freedom, hamsterrad*, rat race, 9 to 5, nine to five, traumleben,
      leben deiner träume, dream life, life of your dreams, lebe deinen traum,
      live your dream*, lebensveränder*, life changing, changed my life, mein leben verändert,
      erfolgssystem*, erfolgsteam*, bewährt* system*, proven system, duplizier*,
      anyone can do, ground floor, pre launch, once in a lifetime, einmalige chance,
      einmalige gelegenheit, generational wealth, worum es genau geht,
      vitalprodukt*, vitalstoff*, nahrungsergänzung*, produktparty*, product party,
      verkaufsparty*, home party, host a party, gastgeberin*, registrierungslink*,
      🤑, 💰, 💸
    `,
  ),
  ...prohibited(
    'spam',
    'strong',
    `
      schnell reich, über nacht reich, reich werden, get rich, schnelles geld, leichtes geld,
      leicht verdientes geld, große geld, fast cash, quick cash, easy money,
      garantiert* gewinn*, garantiert* rendite*, garantiert* einkommen*, gewinn* garantiert,
      rendite* garantiert, guaranteed profit*, guaranteed return*, guaranteed income,
      guaranteed win*, profits are guaranteed, returns are guaranteed,
      trading bot*, trading robot*, trading signal*, binär* option*, binary option*,
      crypto profit*, bitcoin profit*,
      freispiel*, free spin*, wett tipp*, betting tip*, sure bet*, einzahlungsbonus*,
      deposit bonus*, startguthaben,
      you have won, you ve won, sie haben gewonnen, du hast gewonnen, gratisgewinn*,
      gewinnbenachrichtigung*, lucky winner*, next of kin,
      wunderheil*, wunderpille*, wunderkur*, miracle cure*, miracle pill*, diätpille*,
      fatburner*, fat burner*, fettkiller*, viagra, cures cancer, heilt krebs,
      sofortkredit*, blitzkredit*, no credit check*, instant loan*, instant cash,
      follower kaufen, buy follower*, instagram follower*, buy reviews, bewertungen kaufen,
      guaranteed ranking*, % gratis, jetzt zuschlagen
    `,
  ),
  ...prohibited(
    'spam',
    'weak',
    `
      kilo, payout*, withdraw*, deposit*, refund*, your account, belly, trefferquote*,
      vollautomat*, im wert von, geld zurück, investier*,
      verdoppel*, vervielfach*, double your, % rendite, % gewinn, % monatlich*, % pro monat,
      % im monat, % pro tag, % am tag, % täglich, % per month, % a month, % monthly,
      % per day, % a day, % daily, % per week, % a week, täglich bis zu,
      hohe rendite*, high return*, ohne verlust*, verlustrisiko, kryptowährung*,
      krypto invest*, crypto invest*, crypto trading, krypto trading, copy trading,
      automated trading, trading software, forex, daytrading*, day trading, usdt,
      mindesteinlage*, mindesteinzahlung*, auszahlung*, vip gruppe*, vip group,
      casinobonus*, sichere tipps, jackpot*, ohne einzahlung, no deposit,
      gewinnspiel*, reisegutschein*, amazon gutschein*, gift card*, free gift*, claim your,
      claim now, wurdest ausgewählt, wurden ausgewählt, have been selected, have been chosen,
      verfällt in, krypto gewinn*, potenzmittel*, diet pill*, versand zahlen, bonuscode*,
      bonus code*, promo code*, rabattcode*, discount code*,
      act now, act fast, hurry, nur kurze zeit, plätze sind begrenzt, today only,
      jetzt sichern, sichere dir, sichern sie sich, jetzt bestellen, jetzt kaufen, order now,
      order today, buy now, letzte chance, last chance, solange der vorrat, % off, % rabatt,
      % kostenlos*, % free, % legal, % risk free, völlig gratis, völlig kostenlos*,
      absolut kostenlos*, completely free,
      hier klicken, klick hier, klicke hier, klicken sie, click here, click now,
      wundermittel*, wunderwirk*, miracle*, kg in, pounds in, lbs, lose weight, lost weight,
      weight loss, burn* fat, melt* fat, fettverbrenn*, stoffwechselkur*, abnehmen ohne,
      ohne diät, ohne sport, detox*, entgift*, heilt, cures, no side effects,
      without side effects, ohne nebenwirkungen, pharmaindustrie, big pharma, doctors don t,
      doctors hate,
      schufa*, kredit ohne, kredit trotz, trotz negativ*, privatdarlehen, private loan*,
      loan offer*, need a loan, bad credit, no collateral, ohne sicherheiten,
      sofort ausgezahlt, sofort geld, in 24 stunden, within 24 hours, in 24 hours, erbschaft*,
      inheritance, ohne erben, streng vertraulich*, strictly confidential, bank account,
      kontonummer, gebühr vorab, widow of, heimarbeit,
      seo paket*, seo package*, platz 1, seite 1, seite eins, page one, first page of google,
      number one on google, page 1 of google, top ranking*, google ranking*,
      google bewertung*, secret method*, geheim* strategie*, geheim* methode*
    `,
  ),
  ...prohibited(
    'multi-level-marketing',
    'hint',
    `
      starter*, paket*, kit, freedom, opportunity, mindset*, verdien*, earn, earns, quit,
      boss, bro, hun, babe, mums, moms, mamas, mädels, ladies, sign up, stufe, stufen, boni,
      einschreib*, expandi*, kassier*, unter dir, passiv*, no sales
    `,
  ),
  ...prohibited(
    'spam',
    'hint',
    `
      monatlich*, link, konto, whatsapp, telegram, noch heute, nur noch, schreib mir,
      schreiben sie mir, limited, profit*, urgent*, spots, premium*, vip, bot, gratis,
      signals, signale, message me, dm, einzahl*, bestell*, garantie*, guarantee*,
      herzlichen glückwunsch, congratulations, winner*, wealth*, insider*, diskret*,
      follower*, backlink*, voucher*, überweis*, limitiert*, iphone*
    `,
  ),
])
