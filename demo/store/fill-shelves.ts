const UNITS = 100_000

/**
 * Gives a store more of everything than its tests or benchmarks order: what
 * runs out opens tasks about the shortage.
 */
export const FILL_SHELVES = `
  update inventory_level
     set stocked_quantity = ${UNITS},
         raw_stocked_quantity = '{"value": "${UNITS}", "precision": 20}'`
