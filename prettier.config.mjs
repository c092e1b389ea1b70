export default {
  semi: false,
  trailingComma: "es5",
}
