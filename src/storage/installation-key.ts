/** The owner of the data key that nothing is sealed with: it shows that a keyring fits. */
export const INSTALLATION = 'installation';
