/** What programs write where a title belongs, as whole titles. */
const NO_TITLES =
  /^(?:untitled|unbenannt|ohne titel|sans titre|sin t[íi]tulo|senza titolo|sem t[íi]tulo|untitled document|document|dokument|title|titel|t[íi]tulo|titre|no title|none|null|undefined|n\/a|unknown|test|pdf|book|print|microsoft word|powerpoint presentation|powerpoint-pr[äa]sentation|pr[ée]sentation powerpoint|presentation|slide|folie|blank page|scan|scanned document|acrobat document|layout|template|cover|page)(?:[ _-]?\d+)?$/iu;

/** Names of programs that stand before a file's name: `Microsoft Word - report.doc`. */
const PROGRAM = /^microsoft (?:word|powerpoint|excel|office \w+|publisher|visio)\s*[-–—]\s*/iu;

/** A file's name or a path, not a title. */
const FILE_NAME =
  /^(?:[a-z]:\\|\\\\|\/|file:|https?:)|\.(?:pdf|docx?|dotx?|odt|rtf|txt|tex|dvi|ps|eps|indd|qxd|qxp|pptx?|odp|xlsx?|ods|pages|key|pub|vsd|html?|xml|fm|book|mif|p65|pmd|cdr|ai|tiff?|jpe?g|png|wpd|lwp)$/iu;

/** Longer ones are a mistake of whoever made the file. */
const LONGEST = 300;

/** A document's information dictionary and XMP, as far as they say what it is. */
export interface Metadata {
  readonly title?: string | undefined;
  /** The same in XMP (`dc:title`), which newer programs keep and which knows its encoding. */
  readonly xmpTitle?: string | undefined;
  readonly author?: string | undefined;
  /** All of them (`dc:creator`). */
  readonly xmpAuthors?: readonly string[] | undefined;
}

/**
 * A title worth showing in place of the file's name. Nothing where what the document says of itself is a file's name, a
 * program's template or rubbish.
 */
export function sensibleTitle({ title, xmpTitle }: Metadata, fileName: string): string | undefined {
  return [xmpTitle, title].map((each) => clean(each ?? '')).find((each) => isTitle(each, fileName));
}

/** Who wrote it; several with commas between. Nothing where that is a program or rubbish. */
export function sensibleAuthor({ author, xmpAuthors = [] }: Metadata): string | undefined {
  const several = xmpAuthors.map(clean).filter(isAuthor).join(', ');
  return [several, clean(author ?? '')].find(isAuthor);
}

function isTitle(title: string, fileName: string): boolean {
  const isText = title.length <= LONGEST && /\p{L}{2}|[\p{scx=Han}\p{scx=Hangul}]/u.test(title) && isReadable(title);
  if (!isText || NO_TITLES.test(title) || PROGRAM.test(title) || FILE_NAME.test(title)) return false;
  const isFileName = stem(title) === stem(fileName) && !title.includes(' ');
  return !isFileName && !/^[\w-]{0,8}\d{4,}[\w-]*$/u.test(title);
}

function isAuthor(author: string): boolean {
  const isText = author.length <= LONGEST && /\p{L}{2}|[\p{scx=Han}\p{scx=Hangul}]/u.test(author) && isReadable(author);
  return (
    isText &&
    !/^(?:author|autor|unknown|unbekannt|anonymous|user|owner|admin|administrator|root|none|null|n\/a|default|guest|microsoft office user|(?:windows|office)[- ]user|registered user|test)$/iu.test(
      author,
    ) &&
    !/^(?:https?:|www\.)/iu.test(author)
  );
}

/** Text that was decoded wrongly has letters that nobody writes. */
function isReadable(text: string): boolean {
  const broken = text.match(/[\p{C}\ufffd]/gu)?.length ?? 0;
  return broken === 0 && !/^(?:\?\s*){2,}|(?:Ã[\u0080-\u00bf]){1,}|þÿ|ÿþ/u.test(text);
}

/** Zeros end strings in other programs; white space of any kind is one space. */
function clean(text: string): string {
  return text
    .replaceAll(/[\0\u200b\ufeff]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** A name without its ending and without what stands for spaces in it. */
function stem(name: string): string {
  return name
    .replace(/\.\w{1,5}$/u, '')
    .replaceAll(/[\s_.-]+/gu, ' ')
    .trim()
    .toLowerCase();
}
