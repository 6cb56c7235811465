const NUMBER = /^[+-]?(\d+([.,]\d+)*[.,]?|[.,]\d+)(e[+-]?\d{1,3})?$/i;

/** Whether a text reads as a number, with decimal points or commas. */
export const isNumberText = (text: string): boolean => NUMBER.test(text.trim());
