declare module 'heic-decode' {
  interface Picture {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface Waiting {
    readonly width: number
    readonly height: number
    decode(): Promise<Picture>
  }
  function decode(file: { readonly buffer: Uint8Array }): Promise<Picture>
  namespace decode {
    /** Every picture in the file, each of which is decoded when it is asked for; `dispose` lets go of them. */
    function all(file: { readonly buffer: Uint8Array }): Promise<Waiting[] & { dispose(): void }>
  }
  export = decode
}
