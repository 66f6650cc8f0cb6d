/** Names the rules that found something; raised with every change to what they find. */
export const extractorVersion = 'rules-5';
