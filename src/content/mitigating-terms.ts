import { termsIn } from './term-list.js'

/**
 * What those write who speak about prohibited content rather than for it: law, protection, research, teaching.
 *
 * In the form of a `ProhibitedTerm.term`.
 *
 * @since 0.1.0
 */
export const MITIGATING_TERMS: readonly string[] = termsIn(`
  rechtlich*, rechtsprechung, rechtssicher*, jurist*, urteil*, staatsanwalt*, staatsanwält*,
  gerichts*, gesetze, gesetzgeb*, uwg, bgb, aufsicht*, wettbewerbsrecht, lauterkeitsrecht,
  strafrecht, kapitalmarktrecht, glücksspielrecht, steuerrecht, behörde*, geldwäsche*,
  law, lawyers, attorneys, court*, judges, judge, regulator*, regulation*, compliance, audit*,
  trading standards, money laundering, labelling, kennzeichnung*,
  verbraucherschutz, verbraucherschützer*, verbraucherzentrale*, anlegerschutz, jugendschutz,
  schutz vor, warn*, betrug*, abzocke*, aussteiger*, fälschung*, gefälscht*, irreführ*,
  hereinfall*, hereingefallen, suchthilfe*, suchtberat*, spielsucht*, glücksspielsucht*,
  prävention*, beratungsstelle*, schuldnerberat*,
  consumer protection, consumer advocate*, protect people, scam*, fraud*, misleading, addiction,
  prevention, debt advice, counsellor*, counselor*,
  studie, studien, forscher*, forschung*, forschungs*, kritik, kritisch*, aufklär*, unterricht*,
  lehrkraft*, lehrkräfte*, stochastik, klinik*, fallbesprechung*, fachgruppe*, arbeitskreis*,
  fachleute*, museum*, museen,
  study, studies, researcher*, research group, critical, probability, practitioner*, council,
  councils
`)
