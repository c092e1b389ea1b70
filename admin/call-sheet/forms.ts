export { TimeForm } from "./time-form"
export { WriteForm } from "./write-form"
