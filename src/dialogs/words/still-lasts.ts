import { plainWords } from './plain-words.ts';

const LASTS =
  /\b(?:llev(?:o|a|amos|an)|tengo|tenemos|van?|vamos|estoy|estamos|it has been|it s been|we have been|been) (?:(?:ya|como|casi|mas de|por|con|about|over|almost) )*(?:una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|varios|varias|muchos|muchas|one|two|three|four|five|six|many|\d+) (?:horas?|dias?|noches?|semanas?|mes|meses|anos?|años?|hours?|days?|nights?|weeks?|months?|years?)\b(?! (?:bien|mejor|fine))/;

/** `Ya llevamos tres días así`: it lasts, whatever `ya` stands for beside what is over. */
export function stillLasts(text: string): boolean {
  return LASTS.test(plainWords(text));
}
