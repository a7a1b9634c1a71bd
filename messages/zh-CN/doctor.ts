/** 检查项：doctor.<项> 是名称，doctor.<项>.<结果> 是所见与该做的事。 */
export const doctor: Record<string, string> = {
  "doctor.node": "Node.js",
  "doctor.node.ok": "{version}",
  "doctor.platform": "操作系统",
  "doctor.platform.ok": "{platform}",
  "doctor.platform.fail": "{platform} 不受支持。请使用 Linux 或 macOS（Windows 可用 WSL）。",
  "doctor.memory": "内存",
  "doctor.memory.ok": "{gigabytes} GB",
  "doctor.memory.warn": "只有 {gigabytes} GB：装载大文件会慢。建议 4 GB 以上。",
  "doctor.memory.fail": "只有 {gigabytes} GB：不够运行。请换用至少 2 GB、最好 4 GB 内存的机器。",
  "doctor.folder": "数据文件夹",
  "doctor.folder.ok": "{folder}",
  "doctor.folder.fail": "{folder} 不能写入（{reason}）。请更正权限，或用环境变量 YIZHANG_HOME 指定另一个文件夹。",
  "doctor.disk": "磁盘空间",
  "doctor.disk.ok": "剩余 {gigabytes} GB",
  "doctor.disk.warn": "只剩 {gigabytes} GB。请清理，或用环境变量 YIZHANG_HOME 把数据放到别的磁盘。",
  "doctor.disk.fail": "只剩 {gigabytes} GB，不够运行。请清理，或用环境变量 YIZHANG_HOME 把数据放到别的磁盘。",
};
