import { termsIn } from './term-index.js'

/**
 * The mitigating terms of the built-in screener, in the form of a `ProhibitedTerm.term`.
 *
 * People write them who discuss prohibited content, instead of offering it: in law, protection, research and teaching.
 * This library's own reading of D12. The list is frozen.
 *
 * @since 0.1.0
 */
export const MITIGATING_TERMS: readonly string[] = Object.freeze(
  termsIn(`
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
`),
)
