type Rule = { pattern: RegExp; it: string; en: string };

// form-js speaks English only and has no catalogue: its few sentences are recognised and said in the page's language.
const rules: Rule[] = [
  { pattern: /^Field is required\.$/, it: 'È obbligatorio.', en: 'Required.' },
  { pattern: /^Field must have minimum value of (.+)\.$/, it: 'Deve essere almeno $1.', en: 'Must be at least $1.' },
  { pattern: /^Field must have maximum value of (.+)\.$/, it: 'Deve essere al massimo $1.', en: 'Must be at most $1.' },
  { pattern: /^Field must have minimum length of (.+)\.$/, it: 'Deve avere almeno $1 caratteri.', en: 'Must have at least $1 characters.' },
  { pattern: /^Field must have maximum length of (.+)\.$/, it: 'Può avere al massimo $1 caratteri.', en: 'May have at most $1 characters.' },
  { pattern: /^Field must match pattern .+$/, it: 'Non ha la forma richiesta.', en: 'Does not have the required form.' },
  { pattern: /^Field must be a valid email\.$/, it: 'Deve essere un indirizzo e-mail.', en: 'Must be an e-mail address.' },
  { pattern: /^Field must be a valid +international phone number\..*$/, it: 'Deve essere un numero con prefisso internazionale, come +39011123456.', en: 'Must be an international number such as +39011123456.' },
  { pattern: /^Value is not a number\.$/, it: 'Deve essere un numero.', en: 'Must be a number.' },
  { pattern: /^Value is expected to be an integer\.$/, it: 'Deve essere un numero intero.', en: 'Must be a whole number.' },
  { pattern: /^Value is expected to have at most (\d+) decimal digits?\.$/, it: 'Può avere al massimo $1 decimali.', en: 'May have at most $1 decimals.' },
  { pattern: /^Date and time must both be entered\.$/, it: 'Servono sia la data sia l’ora.', en: 'Both date and time are needed.' },
];

/** A validation sentence of form-js in the given language; one that a form wrote itself stays as it is. */
export function inWords(sentence: string, language: string): string {
  const rule = rules.find((candidate) => candidate.pattern.test(sentence));
  if (!rule) return sentence;
  return sentence.replace(rule.pattern, language.startsWith('en') ? rule.en : rule.it);
}
