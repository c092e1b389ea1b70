export type SqlValue = string | number | boolean | Date | null

/** A connection whose statements have a `?` for each value. */
export interface Sql {
  /** @returns the rows */
  execute<Rows extends object[] = object[]>(
    statement: string,
    values?: readonly SqlValue[]
  ): Promise<Rows>
}
