export const CLASSIFIER = { bias: 0, unit: 1, table: '' }
