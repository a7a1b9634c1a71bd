/** 安装、数据库与命令行的提示。花括号内为细节。 */
export const platform: Record<string, string> = {
  "A-101": "数据文件夹 {folder} 不能写入（{reason}）。请更正权限，或用环境变量 YIZHANG_HOME 指定另一个文件夹。",
  "A-102":
    "人员标识密钥 {file} 不见了，而库里已有数据。请从备份中恢复该文件：换用新密钥后，新旧月份中的同一个人将无法对上。",
  "A-103": "人员标识密钥 {file} 读不出或不合规格（应为 64 位十六进制数，且不全相同）。请从备份中恢复。",
  "A-110": "系统账户 {user} 进不了数据文件夹，因此数据库放在 {folder}。备份时请连同这个文件夹一起复制。",
  "A-201":
    "本机（{platform}）没有内置 PostgreSQL 可用。请重新运行 npm ci，或用环境变量 DATABASE_URL 指定一个 PostgreSQL 14 以上的数据库。",
  "A-202": "内置数据库建立失败：{reason}。请检查磁盘空间和数据文件夹的权限。",
  "A-203": "内置数据库启动失败，日志在 {reason}。请先运行 npm run -s yizhang -- doctor。",
  "A-204": "连接不上数据库（{reason}）。请检查 DATABASE_URL 中的地址、端口、用户和密码，以及数据库是否已启动。",
  "A-205": "数据库版本太旧（{version}）：需要 PostgreSQL 14 以上。",
  "A-206": "数据库编码是 {encoding}：需要 UTF8。请用 create database … encoding 'UTF8' template template0 新建一个。",
  "A-207": "数据库由更新版本的医账升级过（{migration}），本程序读不懂。请更新程序。",
  "A-208": "数据库升级文件 {migration} 与已执行的不同：程序文件可能被改动。请重新取得程序。",
  "A-209": "环境变量 DATABASE_URL 不是数据库地址，例如 postgres://用户:密码@主机:5432/数据库。",
  "A-210": "以 root 运行时，数据库要用系统账户 postgres 或 nobody，而本机两者都没有。请建立其一，或改用普通用户。",
  "A-301": "没有名为 {command} 的命令。运行 npm run -s yizhang -- --help 查看全部命令。",
  "A-302": "参数有误：{reason}。运行 npm run -s yizhang -- {command} --help 查看用法。",
  "A-900": "发生意外错误，编号 {reference}。数据未受影响；请把编号和日志文件夹 {folder} 交给维护人员。",
};
