import type { Language } from './state.js'

interface CaseTexts {
  readonly massMail: string
  readonly massMailToOthers: string
  readonly noSalutation: string
  readonly arabic: string
  readonly link: string
  readonly placeholder: string
  readonly suspected: string
}

const arabic = `عزيزتي ليلى،

قرأت في ملفك أنك تقدمين تصميم الواجهات وتبحثين عن تبادل الخبرات. نلتقي مرة في الشهر في هامبورغ ونعرض أعمالنا بعضنا على بعض. هل تودين الانضمام إلينا؟ 👩🏽‍💻🎉

مع أطيب التحيات
آنا`

/** The same words to everybody, behind another salutation. */
const massMail = {
  en: (name: string) => `Dear ${name},

we are a friendly group of people from all over Hamburg who meet on the first Monday of every month. Somebody gives a short talk, we ask many questions, and then we have dinner together. New faces are always welcome, and nobody has to prepare anything. Would you like to join us?

Best wishes
Anna`,
  de: (name: string) => `Hallo ${name},

wir sind eine nette Runde von Leuten aus ganz Hamburg und treffen uns am ersten Montag jedes Monats. Jemand hält einen kurzen Vortrag, wir stellen viele Fragen, und danach essen wir zusammen. Neue Gesichter sind immer willkommen, und niemand muss etwas vorbereiten. Magst du dazukommen?

Viele Grüße
Anna`,
}

export const caseTexts: Readonly<Record<Language, CaseTexts>> = {
  en: {
    massMail: massMail.en('Bernd'),
    massMailToOthers: massMail.en('all'),
    noSalutation: `Your profile says that you offer TypeScript and code reviews, and that you look for a user group in Hamburg. That is what we are: once a month we show each other code from our daily work. Would you like to join us?

Best wishes
Anna`,
    arabic,
    link: `Dear Bernd,

you offer TypeScript, and you look for a user group in Hamburg: here we are. Our next evenings are listed at ts-hamburg.example/evenings. Would you like to join us?

Best wishes
Anna`,
    placeholder: `Dear {first_name},

you offer TypeScript and code reviews, and you look for a user group in Hamburg: here we are. Would you like to join us?

Best wishes
Anna`,
    suspected: `Dear Bernd,

you offer TypeScript and code reviews, and you look for a user group in Hamburg. Are you open to an additional income? Ask me.

Best wishes
Anna`,
  },
  de: {
    massMail: massMail.de('Bernd'),
    massMailToOthers: massMail.de('zusammen'),
    noSalutation: `In deinem Profil bietest du TypeScript und Code Reviews an, und du suchst eine User Group in Hamburg. Genau das sind wir: Einmal im Monat zeigen wir einander Code aus unserem Alltag. Magst du dazukommen?

Viele Grüße
Anna`,
    arabic,
    link: `Lieber Bernd,

du bietest TypeScript an, und du suchst eine User Group in Hamburg: Hier sind wir. Unsere nächsten Abende stehen auf ts-hamburg.example/abende. Magst du dazukommen?

Viele Grüße
Anna`,
    placeholder: `Liebe/r {Vorname},

du bietest TypeScript und Code Reviews an, und du suchst eine User Group in Hamburg: Hier sind wir. Magst du dazukommen?

Viele Grüße
Anna`,
    suspected: `Lieber Bernd,

du bietest TypeScript und Code Reviews an und suchst eine User Group in Hamburg. Bist du offen für ein zweites Einkommen? Dann komm zu unserem Infoabend.

Viele Grüße
Anna`,
  },
}
