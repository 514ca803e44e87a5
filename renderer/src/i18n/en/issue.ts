/** What issues and errors say; `issue.<code>` with the parameters of the code. One group a code prefix. */
export default {
  host: {
    denied: 'This call did not come from the application’s own page and was refused.',
    badArguments: 'An internal call had wrong arguments ({method} {at}) and was not carried out.',
    unknownToken: 'This file is not known; it may have been saved in an earlier run.',
    readFailed: '“{name}” could not be read. Check that it is still there and not in use by another program.',
    writeFailed: 'Not saved: “{name}” could not be written. Try another place.',
    noSpace: '“{name}” was not saved: the disk is full.',
    noPermission: 'No permission for “{name}”. Choose another place, or close the program that uses it.',
    notVerified: '“{name}” did not read back as written, so it does not count as saved. Try another place.',
    tooLarge: '“{name}” is too large; the limit is {limit} MB.',
    showFailed: 'The file cannot be shown in its folder; it may have been moved.',
    mailFailed: 'The mail draft could not be made.',
    printFailed: 'The PDF could not be made.',
    backupNotFound: 'This backup is not there.',
    backupDamaged: 'This backup is damaged and was not used. Choose an earlier one.',
    backupUnavailable:
      'This browser window has no place for backups (a private window, for example). Export an archive file instead.',
    unexpected: 'Something unexpected happened ({method}); the action was not completed.',
  },
};
