import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Submission, submit } from "@/etl/index";
import { Warehouse } from "@/warehouse/connection";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** An installation of its own with what the ways to each code need of it. */
export class Bench {
  readonly region = "361031";
  readonly now = new Date("2018-07-05T09:00:00+08:00");

  private constructor(
    readonly installation: TemporaryInstallation,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Bench> {
    return new Bench(await temporaryInstallation(), await mkdtemp(join(tmpdir(), "yizhang-codes-")));
  }

  async write(name: string, content: string): Promise<{ path: string; name: string }> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return { path, name };
  }

  /** One load of these files. */
  async submit(contents: Readonly<Record<string, string>>): Promise<Submission> {
    const files = await Promise.all(Object.entries(contents).map(([name, content]) => this.write(name, content)));
    const request = { region: this.region, scheme: "390", period: null, kind: null, profile: null, now: this.now };
    return submit(this.installation, { ...request, files });
  }

  async inWarehouse<T>(work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
    const { warehouseFolder, spillFolder } = this.installation.home;
    const folders = [warehouseFolder, spillFolder, this.folder];
    const warehouse = await Warehouse.open({ folders, spillFolder: join(spillFolder, "codes") });
    return work(warehouse).finally(() => warehouse.close());
  }

  async close(): Promise<void> {
    await this.installation.close();
    await rm(this.folder, { recursive: true });
  }
}
