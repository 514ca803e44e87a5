/** The texts of issue and error codes stand in `shared/texts`, since the command line speaks them too. */
export { default } from '#shared/texts/en/issue';
