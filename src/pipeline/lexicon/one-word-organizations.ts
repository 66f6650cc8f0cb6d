/** Clubs of one word that could be somebody's name. */
export const CLUBS: ReadonlySet<string> = new Set(
  `Ajax Arsenal Atletico Barcelona Bayern Benfica Bolton Burnley Celtic Chelsea Connacht Everton Fenerbahce Feyenoord Fiorentina Fulham Galatasaray Harlequins Hibernian
  Juventus Lazio Leinster Leverkusen Liverpool Middlesbrough Millwall Munster Napoli Olympiakos Panathinaikos Portsmouth Rangers Roma Saracens Sevilla Southampton Spurs Sunderland Tottenham
  Ulster Villarreal Wasps Wimbledon`.split(/\s+/),
);

/** Companies and brands of one word that could be somebody's name. */
export const COMPANIES: ReadonlySet<string> = new Set(
  `Adidas Airbus Alcatel Alcoa Aldi Allianz Amazon Apple Asda Audi Aviva Axa Barclays Bayer Boeing Boots Bosch Burberry Carrefour Chevron Chrysler Cisco Citigroup Citroen
  Daewoo Daimler Danone Dell Diageo Disney DreamWorks eBay Ericsson Exxon Facebook FedEx Ferrari Fiat Fox Fujitsu Gazprom Glaxo Goldman Google Halifax Hitachi Honda Hyundai Ikea Intel
  Investec Kia Kodak Lenovo Lexus Lloyds Lufthansa Marconi Mattel Mazda McDonald's Merck Merrill Microsoft Mitsubishi Mitsui Morrisons Mothercare Motorola Nationwide Nestle Netflix Nike
  Nintendo Nissan Nokia Novartis Panasonic Paramount Pepsi PepsiCo Peugeot Pfizer Pixar Porsche Prudential Puma Qantas Reebok Renault Reuter Reuters Rightmove Roche Ryanair Saab Safeway Sainsbury
  Samsung Sandoz Santander Sega Shell Siemens Skoda Sky Sony Starbucks Subaru Suzuki Tesco Tesla Texaco Tinder Toshiba Toyota Tumblr Twitter Uber Unilever UPS Verizon Viacom
  Vodafone Volkswagen Volvo Waitrose Walmart Waterstones Yahoo Yamaha Yukos`.split(/\s+/),
);
