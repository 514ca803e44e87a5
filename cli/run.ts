import { readArguments, type Arguments } from './args';
import { bench } from './commands/bench';
import { blank } from './commands/blank';
import { check } from './commands/check';
import { evaluate } from './commands/evaluate';
import { sample } from './commands/sample';
import { BadInput, EXIT, type CliIo } from './io';
import { fill, wordsOf } from './texts';

const COMMANDS: Readonly<Record<string, (args: Arguments, io: CliIo) => Promise<number>>> = {
  evaluate,
  check,
  blank,
  sample,
  bench,
};

/** Runs one command line and gives its exit code. Bad input is one line on standard error and exit code 2. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    const args = readArguments(argv, io.locale);
    const spoken: CliIo = { ...io, locale: args.locale };
    const words = wordsOf(args.locale);
    if (args.help || args.command === null) {
      io.print(words.usage);
      return args.help ? EXIT.ok : EXIT.badInput;
    }
    const command = Object.hasOwn(COMMANDS, args.command) ? COMMANDS[args.command] : undefined;
    if (!command) throw new BadInput(fill(words.unknownCommand, { command: args.command }));
    return await command(args, spoken);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    io.complain(error.message);
    return EXIT.badInput;
  }
}
