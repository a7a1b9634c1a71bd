/** What the doctor examines: doctor.<check> is its name, doctor.<check>.<status> what was seen and what to do. */
export const doctor: Record<string, string> = {
  "doctor.node": "Node.js",
  "doctor.node.ok": "{version}",
  "doctor.platform": "Operating system",
  "doctor.platform.ok": "{platform}",
  "doctor.platform.fail": "{platform} is not supported. Use Linux or macOS (on Windows, WSL).",
  "doctor.memory": "Memory",
  "doctor.memory.ok": "{gigabytes} GB",
  "doctor.memory.warn": "Only {gigabytes} GB: large files load slowly. 4 GB or more is advised.",
  "doctor.memory.fail": "Only {gigabytes} GB: too little to run. Use a machine with at least 2 GB, better 4 GB.",
  "doctor.folder": "Data folder",
  "doctor.folder.ok": "{folder}",
  "doctor.folder.fail": "{folder} is not writable ({reason}). Correct its permissions or set YIZHANG_HOME.",
  "doctor.disk": "Disk space",
  "doctor.disk.ok": "{gigabytes} GB free",
  "doctor.disk.warn": "Only {gigabytes} GB free. Clean up, or set YIZHANG_HOME to a folder on another disk.",
  "doctor.disk.fail": "Only {gigabytes} GB free: too little to run. Clean up, or set YIZHANG_HOME.",
};
