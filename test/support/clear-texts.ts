/** Texts of which nobody doubts what they are, whatever table the classifier has. */
export const PROHIBITED = {
  'multi-level-marketing': [
    'Steig jetzt in unser Network-Marketing ein: Verdiene nebenbei von zuhause ein passives Einkommen, ' +
      'bau dir deine Downline auf und werde dein eigener Chef, ganz ohne Risiko und Vorkenntnisse!',
    'Join my network marketing team and earn a passive income from home! Be your own boss, no ' +
      'experience needed, build your downline and get paid a residual income for financial freedom.',
  ],
  spam: [
    'Herzlichen Glückwunsch, Sie haben im Casino gewonnen! Sichern Sie sich heute noch 100 Freispiele ' +
      'gratis und 500 € Bonus, garantiert. Auszahlung sofort, nur solange der Vorrat reicht!',
    'Congratulations, you have been selected as a winner of our lottery! Claim your million dollars ' +
      'now: reply with your bank account and your password, urgent, today only.',
  ],
} as const

/** Texts of which nobody doubts that they are honest. */
export const HONEST = [
  'Lieber Bernd, du bietest TypeScript an. Wir treffen uns jeden ersten Montag im Vereinshaus und ' +
    'sprechen über Programme, die wir schreiben. Hast du Lust, uns einmal zu besuchen? Viele Grüße, Anna',
  'Dear Bernd, I saw that you sing in a choir. Our group meets on Thursdays to sing Renaissance music ' +
    'in the old church, and we would love to hear you. Kind regards, Anna',
] as const
