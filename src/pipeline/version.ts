/** Names the rules and weights that found something; raised with every change to what they find. */
export const extractorVersion = 'models-67';
