/** The origin's private file system in memory, as much of it as the browser host uses. */
export class FakeOpfs {
  readonly files = new Map<string, Uint8Array>();
  cutShort = false;

  readonly openRoot = async (): Promise<FileSystemDirectoryHandle> =>
    ({ getDirectoryHandle: async () => this.#folder() }) as unknown as FileSystemDirectoryHandle;

  #folder(): unknown {
    const { files } = this;
    return {
      keys: async function* () {
        yield* files.keys();
      },
      getFileHandle: async (name: string, options?: { create?: boolean }) => {
        if (!files.has(name) && !options?.create) throw Object.assign(new Error(name), { name: 'NotFoundError' });
        return this.#file(name);
      },
      removeEntry: async (name: string) => void files.delete(name),
    };
  }

  #file(name: string): unknown {
    return {
      getFile: async () => ({ arrayBuffer: async () => this.files.get(name)!.slice().buffer }),
      createWritable: async () => {
        let content = new Uint8Array();
        return {
          write: async (bytes: Uint8Array) =>
            void (content = bytes.slice(0, this.cutShort ? bytes.length - 1 : undefined)),
          close: async () => void this.files.set(name, content),
        };
      },
    };
  }
}
