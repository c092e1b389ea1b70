/** The package has no types; these are the parts that we call. */
declare module "moment-business-time" {
  import moment from "moment"

  interface BusinessMoment {
    addWorkingTime(amount: number, unit: "hours"): BusinessMoment
    workingDiff(other: BusinessMoment, unit: "minutes"): number
    valueOf(): number
  }

  const businessMoment: Omit<typeof moment, "utc"> & {
    utc(date: Date): BusinessMoment
  }
  export default businessMoment
}
