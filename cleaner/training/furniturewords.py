"""Words of furniture in many languages: what menus, share bars and footers say, and articles hardly.

Training learns such words by itself where it has the pages of enough hosts, which is so for English and German. The
model shares one number between all words of this list that it has not learned, and learns what that number means from
English pages. Written by hand for this project. In Chinese and Japanese a word is two characters; in Thai it is all
that is written without a space.
"""

from cleaner.linemodel.encode import encode_lines

WRITTEN = """
ar: الرئيسية أخبار الأخبار رياضة منوعات سياسة اقتصاد ثقافة تكنولوجيا فيديو صور طقس بحث تسجيل الدخول حساب اشترك الاشتراك
ar: النشرة البريدية شارك مشاركة تابعنا تابعونا فيسبوك تويتر واتساب طباعة اقرأ المزيد أيضا مواضيع متعلقة صلة الأكثر
ar: قراءة شعبية تعليقات تعليق وسوم الكلمات الخصوصية شروط الاستخدام اتصل بنا حقوق محفوظة الحقوق أعلن إعلانات خريطة
ar: الموقع
bg: начало новини спорт бизнес култура времето вход регистрация абонирай абонамент бюлетин сподели последвайте четете
bg: още свързани статии популярни четени коментари етикети търсене реклама контакти условия поверителност бисквитки
bg: права запазени карта сайта виж
bn: প্রচ্ছদ সর্বশেষ জাতীয় রাজনীতি আন্তর্জাতিক খেলা বিনোদন বাণিজ্য মতামত ভিডিও ছবি লগইন নিবন্ধন সাবস্ক্রাইব শেয়ার করুন
bn: ফলো ফেসবুক আরও পড়ুন সম্পর্কিত সংবাদ খবর জনপ্রিয় মন্তব্য বিষয় অনুসন্ধান বিজ্ঞাপন যোগাযোগ আমাদের গোপনীয়তা নীতি
bn: শর্তাবলি স্বত্ব সর্বস্বত্ব সংরক্ষিত প্রিন্ট আর্কাইভ
ca: inici notícies esports cultura temps iniciar sessió registra subscriu subscripció butlletí comparteix segueix
ca: llegeix relacionades llegit comentaris etiquetes cerca publicitat contacte avís privacitat galetes drets reservats
cs: úvod zprávy sport ekonomika kultura počasí přihlásit přihlášení registrace předplatné odebírat newsletter sdílet
cs: sledujte čtěte také související články nejčtenější diskuse komentáře štítky hledat vyhledávání reklama inzerce
cs: kontakt podmínky soukromí osobních cookies práva vyhrazena mapa zpět tisk
da: forside nyheder sport erhverv kultur vejret log ind opret abonnement abonner nyhedsbrev del følg læs relaterede
da: artikler læste kommentarer søg annoncer kontakt betingelser privatlivspolitik cookies rettigheder forbeholdes
el: αρχική ειδήσεις αθλητικά οικονομία πολιτισμός πολιτική καιρός σύνδεση είσοδος εγγραφή συνδρομή ενημερωτικό
el: κοινοποίηση μοιραστείτε ακολουθήστε μας διαβάστε επίσης περισσότερα σχετικά άρθρα δημοφιλή σχόλια ετικέτες
el: αναζήτηση διαφήμιση επικοινωνία όροι χρήσης απορρήτου προσωπικών cookies δικαιώματα επιφύλαξη δικαιώματος εκτύπωση
es: inicio portada noticias deportes economía cultura sociedad tiempo iniciar sesión regístrate registrarse suscríbete
es: suscripción boletín newsletter compartir comparte síguenos relacionadas relacionados leído comentarios etiquetas
es: buscar publicidad contacto aviso privacidad cookies condiciones derechos reservados hemeroteca
fa: صفحه نخست خانه اخبار سیاسی ورزشی اقتصادی فرهنگی اجتماعی فیلم عکس ورود عضویت ثبت اشتراک خبرنامه گذاری دنبال کنید
fa: تلگرام اینستاگرام توییتر واتساپ بیشتر بخوانید مطالب مرتبط پربازدیدترین پربیننده نظرات دیدگاه نظر ارسال برچسب جستجو
fa: تبلیغات تماس درباره حریم خصوصی قوانین مقررات حقوق محفوظ کپی چاپ آرشیو لینک کوتاه
fi: etusivu uutiset urheilu talous kulttuuri sää kirjaudu rekisteröidy tilaa uutiskirje jaa seuraa lue lisää aiheeseen
fi: liittyvät luetuimmat kommentit avainsanat haku hae mainokset mainosta yhteystiedot käyttöehdot tietosuoja
fi: tietosuojaseloste evästeet oikeudet pidätetään
fr: accueil actualités sport économie culture météo connexion connecter inscription inscrire abonner abonnement abonnez
fr: newsletter partager partagez suivez lire aussi articles liés lus commentaires étiquettes recherche rechercher
fr: publicité contact mentions légales confidentialité cookies conditions droits réservés plan
he: הבית דף חדשות ספורט כלכלה תרבות אוויר דעות בידור וידאו התחברות התחבר הרשמה הירשם מנוי עיתון שתפו שתף שיתוף עקבו
he: אחרינו פייסבוק טוויטר קראו עוד כתבות נוספות קשורות הנקראות ביותר הנצפות תגובות תגיות חיפוש פרסום פרסמו אצלנו צור
he: קשר אודות תנאי שימוש מדיניות פרטיות זכויות שמורות הדפסה ניוזלטר
hi: होम देश विदेश राज्य खेल मनोरंजन व्यापार बिजनेस राशिफल टेक धर्म वीडियो फोटो पेपर लॉगिन साइन इन सब्सक्राइब शेयर फॉलो
hi: फ़ॉलो फेसबुक ट्विटर व्हाट्सएप पढ़ें और भी संबंधित खबरें ख़बरें समाचार ताजा लोकप्रिय टिप्पणी टिप्पणियां टैग्स खोजें
hi: विज्ञापन संपर्क हमारे बारे गोपनीयता नीति नियम शर्तें कॉपीराइट सर्वाधिकार सुरक्षित प्रिंट
hr: naslovnica naslovna početna vijesti vesti sport gospodarstvo ekonomija kultura vrijeme vreme prijava prijavi
hr: registracija pretplata pretplati newsletter podijeli podeli pratite pročitajte povezane povezano vezane najčitanije
hr: komentari oznake tagovi pretraga traži oglašavanje marketing kontakt uvjeti uslovi korištenja korišćenja
hr: privatnosti kolačići prava pridržana zadržana impressum насловна вести спорт култура пријава подели пратите
hr: најчитаније коментари контакт услови права задржана
hu: címlap kezdőlap hírek sport gazdaság kultúra időjárás belépés bejelentkezés regisztráció előfizetés feliratkozás
hu: hírlevél megosztás kövessen olvassa kapcsolódó cikkek ajánlott legolvasottabb hozzászólások címkék keresés hirdetés
hu: médiaajánlat kapcsolat impresszum felhasználási feltételek adatvédelem adatvédelmi sütik jogok jog fenntartva
id: beranda berita terkini nasional olahraga ekonomi hiburan cuaca masuk daftar langganan berlangganan buletin bagikan
id: ikuti baca juga selengkapnya terkait artikel terpopuler populer komentar topik cari pencarian iklan pasang kontak
id: hubungi kami tentang redaksi syarat ketentuan kebijakan privasi hak cipta dilindungi pedoman media siber
it: home notizie cronaca sport economia cultura meteo accedi registrati abbonati abbonamento newsletter condividi
it: seguici leggi correlati letti commenti etichette cerca pubblicità contatti informativa privacy cookie condizioni
it: diritti riservati redazione
ja: 登録 会員 購読 共有 検索 一覧 新着 人気 関連 記事 広告 掲載 規約 利用 著作 転載 禁止 個人 情報 保護 問合 合せ 概要
ja: 会社 運営 最新 特集 動画 写真 印刷 保存
ko: 홈 뉴스 정치 경제 사회 문화 스포츠 연예 국제 날씨 오피니언 로그인 회원가입 구독 구독하기 공유 공유하기 페이스북
ko: 트위터 카카오톡 네이버 팔로우 관련기사 관련 기사 인기기사 인기 많이 본 댓글 태그 검색 광고문의 광고 문의 제보
ko: 회사소개 소개 이용약관 약관 개인정보처리방침 개인정보 청소년보호정책 저작권자 무단 전재 재배포 금지 프린트 인쇄
ko: 글자크기 최신뉴스 더보기 목록 이전글 다음글
nl: voorpagina nieuws sport economie cultuur weer inloggen registreren aanmelden abonneer abonnement nieuwsbrief delen
nl: deel volg gerelateerde artikelen gelezen reacties labels zoeken adverteren contact voorwaarden privacybeleid
nl: cookies rechten voorbehouden
no: forsiden nyheter sport næringsliv kultur været logg inn registrer abonnement abonner nyhetsbrev del følg les
no: relaterte saker leste kommentarer søk annonser annonsere kontakt vilkår personvern informasjonskapsler rettigheter
pl: strona główna wiadomości sport gospodarka kultura pogoda zaloguj zarejestruj rejestracja subskrybuj prenumerata
pl: newsletter udostępnij obserwuj czytaj także powiązane artykuły najczęściej czytane komentarze tagi szukaj reklama
pl: kontakt regulamin prywatności polityka cookies prawa zastrzeżone mapa drukuj
pt: início notícias esportes desporto economia cultura tempo entrar cadastre registe assine assinatura newsletter
pt: compartilhar compartilhe partilhar siga leia também relacionadas lidas comentários etiquetas buscar pesquisar
pt: publicidade anuncie contato contacto política privacidade cookies termos direitos reservados
ro: acasă știri sport economie cultură vremea autentificare înregistrare abonează abonare newsletter distribuie
ro: urmărește citește și articole similare citite comentarii etichete caută căutare publicitate contact termeni
ro: condiții confidențialitate cookie drepturile rezervate
ru: главная новости спорт политика экономика культура общество погода войти вход регистрация подписка подписаться
ru: подпишитесь рассылка поделиться читайте также по теме похожие популярное комментарии теги поиск реклама контакты
ru: правила соглашение конфиденциальности cookies права защищены карта сайта распечатать редакция
sk: domov úvod správy šport ekonomika kultúra počasie prihlásiť registrácia predplatné odoberať newsletter zdieľať
sk: sledujte čítajte súvisiace články najčítanejšie diskusia komentáre značky hľadať vyhľadávanie reklama inzercia
sk: kontakt podmienky súkromia súkromie cookies práva vyhradené
sv: startsida nyheter sport ekonomi kultur väder logga registrera prenumerera prenumeration nyhetsbrev dela följ läs
sv: relaterade artiklar lästa kommentarer taggar sök annonsera annonser kontakta villkor integritetspolicy cookies
sv: rättigheter förbehållna
sw: mwanzo habari michezo biashara burudani siasa ingia jisajili jiandikishe jarida shiriki tufuate soma zaidi
sw: zinazohusiana maarufu maoni tafuta matangazo wasiliana kuhusu masharti faragha haki zimehifadhiwa
th: หน้าแรก หน้าหลัก ข่าว ข่าวล่าสุด ข่าวด่วน ในประเทศ ต่างประเทศ การเมือง เศรษฐกิจ กีฬา บันเทิง ไลฟ์สไตล์ เทคโนโลยี
th: วิดีโอ คลิป เข้าสู่ระบบ ล็อกอิน สมัครสมาชิก ลงทะเบียน แชร์ แบ่งปัน ติดตาม ติดตามเรา ติดตามเราได้ที่ ติดตามข่าวสาร
th: เฟซบุ๊ก ทวิตเตอร์ ไลน์ อ่านต่อ อ่านเพิ่มเติม อ่านข่าวเพิ่มเติม ข่าวที่เกี่ยวข้อง บทความที่เกี่ยวข้อง
th: เรื่องที่เกี่ยวข้อง ข่าวยอดนิยม ยอดนิยม ความคิดเห็น แท็ก แท็กที่เกี่ยวข้อง ค้นหา โฆษณา ติดต่อโฆษณา ลงโฆษณา
th: ติดต่อเรา เกี่ยวกับเรา นโยบายความเป็นส่วนตัว เงื่อนไขการใช้งาน ข้อกำหนด สงวนลิขสิทธิ์ ลิขสิทธิ์ แผนผังเว็บไซต์
th: พิมพ์ ร่วมงานกับเรา สมัครรับข่าวสาร คุกกี้
tr: anasayfa ana sayfa haberler gündem spor ekonomi kültür magazin hava durumu giriş üye ol abone bülten paylaş takip
tr: edin ilgili benzer okunan yorumlar yorum etiketler ara arama reklam iletişim künye kullanım koşulları gizlilik
tr: politikası çerez hakları saklıdır
uk: головна новини спорт політика економіка культура погода увійти вхід реєстрація підписка підписатися розсилка
uk: поділитися читайте також темою схожі популярне коментарі теги пошук реклама контакти правила угода конфіденційності
uk: права захищені
ur: صفحہ اول خبریں تازہ پاکستان دنیا کھیل کاروبار شوبز صحت ویڈیو تصاویر لاگ اِن سبسکرائب شیئر کریں فالو فیس بک ٹوئٹر
ur: واٹس مزید پڑھیں متعلقہ مقبول ترین تبصرے تبصرہ ٹیگز تلاش اشتہارات رابطہ ہمارے بارے پرائیویسی پالیسی شرائط ضوابط جملہ
ur: حقوق محفوظ
vi: trang chủ thời sự giới doanh giải trí thể thao pháp luật đăng nhập ký chia sẻ theo dõi quan liên thêm đọc nhiều
vi: bình luận thẻ tìm kiếm quảng cáo hệ điều khoản dụng sách bảo mật toàn quyền giữ tòa soạn đường nóng
zh: 首页 首頁 登录 登入 登錄 注册 註冊 客户 户端 国内 国际 國際 社会 社會 体育 體育 财经 財經 娱乐 娛樂 科技 视频 視頻
zh: 图片 专题 导航 搜索 搜尋 订阅 訂閱 分享 微信 微博 关注 關注 扫码 二维 相关 相關 阅读 閱讀 新闻 新聞 推荐 推薦 热门
zh: 熱門 排行 评论 評論 留言 标签 標籤 广告 廣告 联系 聯絡 聯繫 关于 關於 版权 版權 隐私 隱私 条款 條款 声明 聲明 备案
zh: 转载 轉載 编辑 责任 来源 來源 打印 上一 一篇 下一 更多 收藏 下载 手机 手機
"""


def furniture_words() -> frozenset[int]:
    """The hashes of all words of the list, as the model reads them."""
    lines = encode_lines([line.partition(":")[2] for line in WRITTEN.split("\n")])
    return frozenset(lines.hashes.tolist()) if lines else frozenset()
